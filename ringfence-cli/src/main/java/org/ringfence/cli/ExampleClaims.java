package org.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ringfence.assessment.platform.Recognition.Notification;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Message;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/**
 * What a platform's example claims in its header, held against what was read in it.
 *
 * <p>{@code X-Ringfence-Expect} is "kind=K; slots=A,B" with the distinct names of the slots in
 * reading order. {@code X-Ringfence-Slot} is "name: words", the whole text of a slot. {@code
 * X-Ringfence-Lure} is a text that must stand in slots alone.
 */
final class ExampleClaims {
  static final String EXPECT = "X-Ringfence-Expect";
  static final String SLOT = "X-Ringfence-Slot";
  static final String LURE = "X-Ringfence-Lure";

  private final Message message;
  private final Notification read;

  ExampleClaims(Message message, Notification read) {
    this.message = message;
    this.read = read;
  }

  /** A claim that does not hold. */
  record Broken(String field, String what, String next) {}

  /** The claims that do not hold, in words for the example's author. */
  List<Broken> broken() {
    List<Broken> broken = new ArrayList<>();
    kindAndSlots(broken);
    bodies(SLOT).forEach(claimed -> wholeSlot(claimed, broken));
    bodies(LURE).forEach(words -> inSlotsAlone(words, broken));
    return broken;
  }

  private void kindAndSlots(List<Broken> broken) {
    String found = "kind=" + read.kind() + "; slots=" + slotNames();
    List<String> claims = bodies(EXPECT);
    if (claims.isEmpty()) {
      String next = "where that is right, add to its header " + EXPECT + ": " + found;
      broken.add(new Broken("", "the example does not say what must be recognised in it", next));
    } else if (!claims.getFirst().equals(found)) {
      String what = "\"" + claims.getFirst() + "\" is expected, and \"" + found + "\" was found";
      broken.add(new Broken(EXPECT, what, "mend the profile, or the expectation"));
    }
  }

  private String slotNames() {
    return read.slots().stream().map(Slot::name).distinct().collect(Collectors.joining(","));
  }

  private void wholeSlot(String claimed, List<Broken> broken) {
    String wanted = oneLine(claimed);
    List<String> slots =
        read.slots().stream().map(s -> oneLine(s.name() + ": " + s.evidence().quote())).toList();
    if (!slots.contains(wanted)) {
      String name = wanted.substring(0, Math.max(0, wanted.indexOf(':')));
      String same =
          slots.stream()
              .filter(slot -> slot.startsWith(name + ":"))
              .map(slot -> "\"" + slot + "\"")
              .collect(Collectors.joining(", "));
      String next = same.isEmpty() ? "the slots are " + slotNames() : "there is " + same;
      broken.add(new Broken(SLOT, "there is no slot \"" + wanted + "\"", next));
    }
  }

  private void inSlotsAlone(String words, List<Broken> broken) {
    List<Evidence> places = places(words);
    if (places.isEmpty()) {
      String next = "write it as it stands in the mail";
      broken.add(new Broken(LURE, "\"" + words + "\" is not in this mail", next));
    } else if (!places.stream().allMatch(this::isInSlot)) {
      String next = "make the profile's templates narrower";
      broken.add(new Broken(LURE, "\"" + words + "\" is taken for the platform's own words", next));
    }
  }

  private boolean isInSlot(Evidence place) {
    return read.slots().stream()
        .map(Slot::evidence)
        .anyMatch(
            slot -> slot.surface().equals(place.surface()) && slot.span().contains(place.span()));
  }

  private List<Evidence> places(String words) {
    List<Evidence> places = new ArrayList<>();
    for (Surface surface : message.surfaces()) {
      int at = words.isEmpty() ? -1 : surface.text().indexOf(words);
      for (; at >= 0; at = surface.text().indexOf(words, at + 1)) {
        places.add(new Evidence(surface, new Span(at, at + words.length())));
      }
    }
    return places;
  }

  private List<String> bodies(String name) {
    return message.header().all(name).stream().map(HeaderField::body).toList();
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
