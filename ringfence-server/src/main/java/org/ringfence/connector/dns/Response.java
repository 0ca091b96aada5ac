package org.ringfence.connector.dns;

import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.dns.Answer;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * What a server sent back.
 *
 * @param server how to call the server
 */
record Response(Message message, Record question, String server) {
  private static final int MOST_ALIASES = 16;

  /** What it says on the question. */
  Answer answer() {
    return switch (message.getRcode()) {
      case Rcode.NOERROR -> records();
      case Rcode.NXDOMAIN -> new Answer.NoSuchName();
      default ->
          new Answer.Trouble(
              "The DNS server %s answered %s.".formatted(server, Rcode.string(message.getRcode())));
    };
  }

  private Answer records() {
    List<Record> section = message.getSection(Section.ANSWER);
    // A referral has no answer either; taken for one, it would say that no domain has a record.
    if (section.isEmpty() && !message.getHeader().getFlag(Flags.RA)) {
      return new Answer.Trouble(
          "The DNS server %s does not resolve recursively; name one that does.".formatted(server));
    }
    Name owner = lastAlias(section);
    List<String> values =
        section.stream()
            .filter(record -> record.getType() == question.getType())
            .filter(record -> record.getName().equals(owner))
            .map(RecordText::value)
            .toList();
    return values.isEmpty() ? new Answer.NoData() : new Answer.Records(values);
  }

  /** Where the aliases (CNAME) in the answer lead from the name asked for. */
  private Name lastAlias(List<Record> section) {
    Name owner = question.getName();
    for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
      Optional<Name> next = target(section, owner);
      if (next.isEmpty()) {
        return owner;
      }
      owner = next.get();
    }
    return owner;
  }

  private static Optional<Name> target(List<Record> section, Name owner) {
    for (Record record : section) {
      if (record instanceof CNAMERecord alias && record.getName().equals(owner)) {
        return Optional.of(alias.getTarget());
      }
    }
    return Optional.empty();
  }
}
