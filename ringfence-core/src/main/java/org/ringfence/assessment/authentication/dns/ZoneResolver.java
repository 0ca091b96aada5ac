package org.ringfence.assessment.authentication.dns;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers from a fixed list of records, for trials without a network. Follows CNAME; a loop of them
 * is trouble, as a resolver in the network would say. Knows no wildcards and no delegation.
 */
public final class ZoneResolver implements Resolver {
  private static final int MOST_ALIASES = 16;

  private final Map<String, List<ZoneRecord>> records;
  private final Set<String> namesAbove = new HashSet<>();

  /** A resolver that knows {@code records}, in their order, and nothing else. */
  public ZoneResolver(List<ZoneRecord> records) {
    this.records = records.stream().collect(groupingBy(record -> key(record.name())));
    this.records.keySet().forEach(this::addNamesAbove);
  }

  @Override
  public Answer ask(String name, Type type) {
    String owner = key(name);
    for (int aliases = 0; aliases <= MOST_ALIASES; aliases++) {
      List<ZoneRecord> there = records.getOrDefault(owner, List.of());
      Optional<ZoneRecord> alias =
          there.stream().filter(record -> record.kind() == ZoneRecord.Kind.CNAME).findFirst();
      if (alias.isEmpty()) {
        return there.isEmpty() ? absent(owner) : answer(there, type);
      }
      owner = key(alias.get().value());
    }
    return new Answer.Trouble("The aliases (CNAME) of " + name + " go round in a circle.");
  }

  private static Answer answer(List<ZoneRecord> there, Type type) {
    List<String> values =
        there.stream()
            .filter(record -> record.kind().name().equals(type.name()))
            .map(ZoneRecord::value)
            .toList();
    return values.isEmpty() ? new Answer.NoData() : new Answer.Records(values);
  }

  /** RFC 8020: a name above an existing one exists, although it has no record. */
  private Answer absent(String owner) {
    return namesAbove.contains(owner) ? new Answer.NoData() : new Answer.NoSuchName();
  }

  private void addNamesAbove(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      namesAbove.add(name.substring(dot + 1));
    }
  }

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
