package org.ringfence.assessment.authentication.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * A message as signatures see it: fields octet for octet, and the body.
 *
 * <p>It is split exactly as the step parse splits it (LF ends a line, whatever CRs stand before
 * it): were a signature checked on other fields than those the reader is shown, a sender could hang
 * a field of his own into a message that another one signed.
 *
 * @param fields the header section, topmost first
 * @param body what follows the empty line
 * @param defect why no signature over this message can be checked, one sentence
 */
public record RawMessage(List<RawField> fields, Octets body, Optional<String> defect) {
  private static final int NAME_OCTETS = 256;
  private static final int SECTION_PER_FIELD = 16;

  public RawMessage {
    fields = List.copyOf(fields);
  }

  /** Splits {@code message}. */
  public static RawMessage read(Octets message, Limits limits) {
    if (message.length() > limits.messageBytes()) {
      return unreadable("The message is longer than " + limits.messageBytes() + " octets.");
    }
    if (firstLineEndsWithReturn(message)) {
      return unreadable("Lines end with a bare carriage return.");
    }
    return new Splitter(message, limits).split();
  }

  private static RawMessage unreadable(String why) {
    return new RawMessage(List.of(), Octets.empty(), Optional.of(why));
  }

  /** The fields called {@code name}, topmost first. */
  public List<RawField> all(String name) {
    return fields.stream().filter(field -> field.isNamed(name)).toList();
  }

  private static boolean firstLineEndsWithReturn(Octets message) {
    int cr = message.indexOf((byte) '\r', 0);
    int lf = message.indexOf((byte) '\n', 0);
    if (cr < 0 || (lf >= 0 && lf < cr)) {
      return false;
    }
    int i = cr;
    while (i < message.length() && message.at(i) == '\r') {
      i++;
    }
    return i == message.length() || message.at(i) != '\n';
  }

  /** One reading of one message. */
  private static final class Splitter {
    private final Octets message;
    private final Limits limits;
    private final List<RawField> fields = new ArrayList<>();

    Splitter(Octets message, Limits limits) {
      this.message = message;
      this.limits = limits;
    }

    RawMessage split() {
      int at = afterMboxLine();
      while (at < message.length()) {
        int next = nextLine(at);
        if (isEmptyLine(at, next)) {
          return whole(next);
        }
        int colon = colon(at, next);
        if (colon >= 0) {
          int end = fieldEnd(next);
          fields.add(new RawField(fields.size(), message.slice(at, end), colon - at));
          at = end;
        } else if (fields.isEmpty() || !continuesHeader(next)) {
          return whole(at);
        } else {
          at = next;
        }
        if (fields.size() > limits.headerFields()) {
          return unreadable("The header section has too many fields.");
        }
      }
      return whole(message.length());
    }

    private RawMessage whole(int bodyStart) {
      if (bodyStart > (long) SECTION_PER_FIELD * limits.headerFieldBytes()) {
        return unreadable("The header section is too long.");
      }
      Octets body = message.slice(bodyStart, message.length());
      return new RawMessage(fields, body, Optional.empty());
    }

    /** Skips the separator line of a mailbox file, which some gateways leave in front. */
    private int afterMboxLine() {
      byte[] plain = {'F', 'r', 'o', 'm', ' '};
      byte[] quoted = {'>', 'F', 'r', 'o', 'm', ' '};
      return message.startsWith(plain) || message.startsWith(quoted) ? nextLine(0) : 0;
    }

    private int nextLine(int start) {
      int lf = message.indexOf((byte) '\n', start);
      return lf < 0 ? message.length() : lf + 1;
    }

    private boolean isEmptyLine(int start, int next) {
      int end = next;
      if (end > start && message.at(end - 1) == '\n') {
        end--;
      }
      while (end > start && message.at(end - 1) == '\r') {
        end--;
      }
      return end == start;
    }

    private boolean continuesHeader(int at) {
      int next = nextLine(at);
      return at < message.length() && (isEmptyLine(at, next) || colon(at, next) >= 0);
    }

    private int colon(int start, int next) {
      int last = Math.min(next, start + NAME_OCTETS);
      int i = start;
      while (i < last && message.at(i) > ' ' && message.at(i) < 127 && message.at(i) != ':') {
        i++;
      }
      int nameEnd = i;
      while (i < last && isWhite(i)) {
        i++;
      }
      return nameEnd > start && i < last && message.at(i) == ':' ? i : -1;
    }

    private int fieldEnd(int next) {
      int end = next;
      while (end < message.length() && isWhite(end)) {
        end = nextLine(end);
      }
      return end;
    }

    private boolean isWhite(int at) {
      return message.at(at) == ' ' || message.at(at) == '\t';
    }
  }
}
