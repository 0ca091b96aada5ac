package org.ringfence.door.http.console;

import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;

/** Lets kept mail go, or throws it away, in somebody's name. */
final class Deciding {
  private final Desk desk;

  /** What can be decided. */
  enum Decision {
    RELEASE,
    DELETE;

    static Optional<Decision> of(String word) {
      return switch (word) {
        case "release" -> Optional.of(RELEASE);
        case "delete" -> Optional.of(DELETE);
        default -> Optional.empty();
      };
    }

    String word() {
      return switch (this) {
        case RELEASE -> "release";
        case DELETE -> "delete";
      };
    }
  }

  /** A mail for one of its recipients; "case recipient" in forms. */
  record Chosen(CaseId id, String recipient) {
    static Optional<Chosen> of(String text) {
      String[] words = text.split(" ", 2);
      return words.length == 2 && CaseId.isName(words[0])
          ? Optional.of(new Chosen(new CaseId(words[0]), words[1]))
          : Optional.empty();
    }

    String text() {
      return id + " " + recipient;
    }
  }

  Deciding(Desk desk) {
    this.desk = desk;
  }

  /** Whether somebody still has to decide. */
  static boolean isOpen(Standing standing) {
    return switch (standing) {
      case Standing.Quarantined _, Standing.Held _, Standing.Refused _ -> true;
      case Standing.Waiting _, Standing.Sending _, Standing.Sent _, Standing.Deleted _ -> false;
    };
  }

  /** Decides, and returns for how many it came true: others may have been quicker. */
  int decide(List<Chosen> chosen, Decision decision, String who) {
    return (int) chosen.stream().filter(one -> decide(one, decision, who)).count();
  }

  private boolean decide(Chosen chosen, Decision decision, String who) {
    Optional<KeptMail> mail = desk.care().custody().mail(chosen.id());
    Optional<CaseEntry> entry = mail.flatMap(one -> desk.care().book().find(one.id()));
    Optional<Keep> keep =
        mail.stream()
            .flatMap(one -> one.keeps().stream())
            .filter(one -> one.recipient().equalsIgnoreCase(chosen.recipient()))
            .filter(one -> isOpen(one.standing()))
            .findFirst();
    return entry.isPresent()
        && keep.isPresent()
        && desk.care()
            .custody()
            .move(
                new Custody.Kept(entry.get(), keep.get().recipient(), keep.get().standing()),
                to(decision, keep.get().recipient()),
                who);
  }

  private Standing to(Decision decision, String recipient) {
    return switch (decision) {
      case RELEASE ->
          new Standing.Waiting(recipient, Standing.Purpose.RELEASE, desk.clock().instant(), 0);
      case DELETE -> new Standing.Deleted(desk.clock().instant());
    };
  }
}
