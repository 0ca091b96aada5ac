package org.ringfence.arrival.parse.image;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import org.ringfence.mail.Deadline;

/** Ends the decoding of a picture when the time is up. */
final class StopAtDeadline implements IIOReadProgressListener {
  private final Deadline deadline;
  private boolean stopped;

  StopAtDeadline(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Whether it ended before the picture was complete. */
  boolean stopped() {
    return stopped;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (deadline.isOver()) {
      stopped = true;
      source.abort();
    }
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}
}
