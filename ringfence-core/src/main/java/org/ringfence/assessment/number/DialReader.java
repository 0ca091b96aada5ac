package org.ringfence.assessment.number;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.fold.Disguise;
import org.ringfence.knowledge.Numbering;

/** Reads numbers that a telephone would dial by itself (RFC 3966 §3), separators and all. */
final class DialReader {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 120;

  private final List<Numbering.DialLink> links;

  DialReader(List<Numbering.DialLink> links) {
    this.links = links;
  }

  /** Reads a surface that is nothing but what is dialled. */
  void readWhole(SurfaceText surface, Candidates out) {
    if (!read(surface, 0, surface.text().length(), out)) {
      dial(surface, 0, surface.text().length(), false, out);
    }
  }

  /** Reads the numbers of the dialling addresses in the run; whether there was one. */
  boolean read(SurfaceText surface, int start, int end, Candidates out) {
    for (Numbering.DialLink link : links) {
      int at = surface.text().indexOf(link.prefix(), start, end);
      if (at >= 0) {
        return dial(surface, at + link.prefix().length(), end, link.international(), out);
      }
    }
    return false;
  }

  private static boolean dial(
      SurfaceText surface, int start, int end, boolean international, Candidates out) {
    StringBuilder digits = new StringBuilder(international ? "+" : "");
    Set<Disguise> disguises = EnumSet.noneOf(Disguise.class);
    int last = start;
    int stop = Math.min(end, start + LONGEST);
    for (int i = start; i < stop; i++) {
      int octet = Separators.octet(surface.text(), i);
      char c = octet < 0 ? surface.text().charAt(i) : (char) octet;
      if (!accept(c, digits)) {
        break;
      }
      if (octet >= 0) {
        disguises.add(Disguise.PERCENT_ENCODING);
        i += 2;
      }
      last = Character.isDigit(c) ? i + 1 : last;
    }
    if (digits.length() < SHORTEST || digits.length() > RegionForms.MOST_DIGITS) {
      return false;
    }
    String number = digits.toString();
    out.add(
        new Candidate(
            surface.index(), start, last, number, surface.regions(), false, true, true, disguises));
    return true;
  }

  /** Takes the digits and the leading plus sign, skips the marks; whether {@code c} was one. */
  private static boolean accept(char c, StringBuilder digits) {
    if (c >= '0' && c <= '9') {
      digits.append(c);
      return true;
    }
    if (c == '+' && digits.isEmpty()) {
      digits.append(c);
      return true;
    }
    return " -.()/+*_~".indexOf(c) >= 0;
  }
}
