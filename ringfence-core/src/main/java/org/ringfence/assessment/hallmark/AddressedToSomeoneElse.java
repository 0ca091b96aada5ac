package org.ringfence.assessment.hallmark;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Mailbox;

/**
 * The To and Cc fields name nobody, the author himself, or nobody of this site: the message was
 * sent to a list that the reader does not know of.
 */
record AddressedToSomeoneElse(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    List<Mailbox> named = new ArrayList<>(seen.message().addressing().to());
    named.addAll(seen.message().addressing().cc());
    named.removeIf(mailbox -> !mailbox.address().contains("@"));
    if (named.isEmpty() || onlyAuthor(named, seen)) {
      return present(seen);
    }
    if (seen.admd().domains().isEmpty()) {
      return new Finding.NotAssessed(id, "The site's own domains are not configured.");
    }
    return named.stream().anyMatch(seen.admd()::receivesFor)
        ? new Finding.Absent(id)
        : present(seen);
  }

  private static boolean onlyAuthor(List<Mailbox> named, Observations seen) {
    return seen.author().isPresent()
        && named.stream()
            .allMatch(to -> to.address().equalsIgnoreCase(seen.author().get().address()));
  }

  private Finding present(Observations seen) {
    List<Evidence> noWords = List.of();
    return seen.calls().isEmpty() ? new Finding.Absent(id) : new Finding.Present(id, noWords);
  }
}
