package org.ringfence.assessment.authentication.spf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.dns.ZoneRecord;
import org.ringfence.assessment.authentication.dns.ZoneResolver;
import tools.jackson.databind.JsonNode;

/**
 * A zone as SPF's test suite writes it: a map from names to lists of one-entry maps.
 *
 * <p>"TIMEOUT" lets questions without a record time out. An entry "SPF" is a TXT record as well,
 * unless the name has TXT entries of its own; "TXT: NONE" is such an entry and no record.
 */
record SuiteZone(ZoneResolver zone, Set<String> silent) implements Resolver {
  static SuiteZone of(JsonNode zonedata) {
    List<ZoneRecord> records = new ArrayList<>();
    Set<String> silent = new HashSet<>();
    for (Map.Entry<String, JsonNode> name : zonedata.properties()) {
      for (JsonNode entry : name.getValue()) {
        if (entry.isString()) {
          silent.add(name.getKey().toLowerCase(Locale.ROOT));
        } else {
          add(records, name.getKey(), entry, hasTxt(name.getValue()));
        }
      }
    }
    return new SuiteZone(new ZoneResolver(records), silent);
  }

  private static boolean hasTxt(JsonNode entries) {
    return StreamSupport.stream(entries.spliterator(), false).anyMatch(entry -> entry.has("TXT"));
  }

  private static void add(List<ZoneRecord> records, String name, JsonNode entry, boolean hasTxt) {
    Map.Entry<String, JsonNode> pair = entry.properties().iterator().next();
    String kind = pair.getKey();
    String value = value(pair.getValue(), kind.equals("MX") ? " " : "");
    if (kind.equals("SPF")) {
      if (!hasTxt) {
        records.add(new ZoneRecord(name, ZoneRecord.Kind.TXT, value));
      }
    } else if (!value.equals("NONE")) {
      records.add(new ZoneRecord(name, ZoneRecord.Kind.valueOf(kind), value));
    }
  }

  private static String value(JsonNode value, String glue) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asString)
            .collect(Collectors.joining(glue))
        : value.asString();
  }

  @Override
  public Answer ask(String name, Type type) {
    Answer answer = zone.ask(name, type);
    boolean records = answer instanceof Answer.Records;
    return !records && silent.contains(name.toLowerCase(Locale.ROOT))
        ? new Answer.Trouble("The server does not answer.")
        : answer;
  }
}
