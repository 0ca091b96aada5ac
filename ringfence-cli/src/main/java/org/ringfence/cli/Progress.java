package org.ringfence.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far long work has come, drawn on standard error when a person watches.
 *
 * <p>The bar comes only after some seconds: quick work is not worth a bar.
 */
final class Progress implements AutoCloseable {
  /** The total of work whose end is not known. */
  static final long UNKNOWN = -1;

  private static final long PATIENCE_NANOS = 1_500_000_000L;
  private static final int WIDTH = 90;

  private final Console console;
  private final String task;
  private final long total;
  private final boolean watched;
  private final long begin = System.nanoTime();
  private long done;
  private @Nullable ProgressBar bar;

  /**
   * @param watched whether the bar would not get in the way of other output
   */
  Progress(Console console, String task, long total, boolean watched) {
    this.console = console;
    this.task = task;
    this.total = total;
    this.watched = watched && console.isTerminal("err");
  }

  /** One more piece is done. */
  void step() {
    done++;
    if (bar == null && watched && System.nanoTime() - begin > PATIENCE_NANOS) {
      bar = draw();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** Wipes the bar's line, so that something can be printed there. */
  void makeRoom() {
    if (bar != null) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }

  private ProgressBar draw() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" mails", 1)
        .showSpeed()
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(console.err(), WIDTH))
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
