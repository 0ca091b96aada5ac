package org.ringfence.assessment.authentication.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.TagReader;

/**
 * The ARC Sets of a message, put in order (RFC 8617 §5.2, steps 1 to 3).
 *
 * @param sets first to last
 * @param problem why they are no chain, one sentence
 */
record ArcChain(List<ArcSet> sets, Optional<String> problem) {
  /** RFC 8617 §4.2.1: more are to be taken for a loop. */
  private static final int MAX_INSTANCES = 50;

  static ArcChain of(RawMessage message) {
    List<RawField> results = message.all("ARC-Authentication-Results");
    List<RawField> signatures = message.all("ARC-Message-Signature");
    List<RawField> seals = message.all("ARC-Seal");
    int count = Math.max(results.size(), Math.max(signatures.size(), seals.size()));
    if (count > MAX_INSTANCES) {
      return broken("The chain has more than " + MAX_INSTANCES + " sets.");
    }
    SequencedMap<Integer, RawField> resultsByInstance = ordered(results);
    SequencedMap<Integer, RawField> signaturesByInstance = ordered(signatures);
    List<ArcSet> sets = new ArrayList<>();
    for (var entry : ordered(seals).entrySet()) {
      int instance = entry.getKey();
      RawField result = resultsByInstance.get(instance);
      RawField signature = signaturesByInstance.get(instance);
      if (instance != sets.size() + 1 || result == null || signature == null) {
        return broken("A set of the chain is incomplete.");
      }
      var tags = new TagReader(entry.getValue().body());
      ArcSeal seal = ArcSeal.read(tags);
      if (tags.problem().isPresent()) {
        return broken("Seal " + instance + " cannot be read. " + tags.problem().get());
      }
      sets.add(new ArcSet(instance, result, signature, entry.getValue(), seal));
    }
    boolean isComplete =
        sets.size() == count && results.size() == count && signatures.size() == count;
    return isComplete
        ? new ArcChain(sets, Optional.empty())
        : broken("A set of the chain is incomplete or stands there twice.");
  }

  private static ArcChain broken(String why) {
    return new ArcChain(List.of(), Optional.of(why));
  }

  private static SequencedMap<Integer, RawField> ordered(List<RawField> fields) {
    var byInstance = new TreeMap<Integer, RawField>();
    for (RawField field : fields) {
      byInstance.put(instance(field), field);
    }
    return byInstance;
  }

  /** The i= of a field, 0 where it has none. */
  private static int instance(RawField field) {
    String body = field.body();
    if (field.isNamed("ARC-Authentication-Results")) {
      // RFC 8617 §4.1.1: not a tag list; the instance comes first.
      int semicolon = body.indexOf(';');
      body = semicolon < 0 ? "" : body.substring(0, semicolon);
    }
    String value = new TagReader(body).optional("i").orElse("");
    boolean isNumber =
        !value.isEmpty()
            && value.length() <= 2
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(value) : 0;
  }
}
