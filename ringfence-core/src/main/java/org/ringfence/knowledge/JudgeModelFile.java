package org.ringfence.knowledge;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringfence.mail.Octets;

/**
 * The judge's model as a file: {@code model/judge.yaml}. What training writes, reading gives back
 * unchanged.
 */
public final class JudgeModelFile {
  /** Where it stands among the knowledge files. */
  public static final String PATH = "model/judge.yaml";

  private static final int LINE = 120;

  private JudgeModelFile() {}

  /**
   * Reads the model of {@code source}.
   *
   * @throws KnowledgeException where there is none, or where it is not one
   */
  public static JudgeModel read(KnowledgeSource source) {
    Problems problems = new Problems();
    if (!source.list().contains(PATH)) {
      problems.error(PATH, Position.TOP, "there is no such file", "make it with `ringfence train`");
      throw new KnowledgeException(problems.sorted());
    }
    JudgeModel model = read(source.read(PATH), problems);
    if (problems.count() > 0) {
      throw new KnowledgeException(problems.sorted());
    }
    return model;
  }

  private static JudgeModel read(Octets octets, Problems problems) {
    return YamlReader.read(PATH, octets, problems)
        .map(file -> Section.of(file, problems, "bias", "bands", "weights", "words"))
        .flatMap(
            root -> {
              try {
                return Optional.of(model(root));
              } catch (IllegalArgumentException wrong) {
                root.error(
                    "this is no model: " + wrong, "make the file anew with `ringfence train`");
                return Optional.empty();
              }
            })
        .orElseThrow(() -> new KnowledgeException(problems.sorted()));
  }

  private static JudgeModel model(Section root) {
    Section bands = root.member("bands").with("suspicious", "callback-phishing");
    Section words = root.member("words").with("weight", "bias", "scale", "units");
    Map<String, Double> weights = new TreeMap<>();
    Section byId = root.member("weights");
    root.members("weights").keySet().forEach(id -> weights.put(id, value(byId, id)));
    return new JudgeModel(
        value(root, "bias"),
        weights,
        value(words, "weight"),
        new WordWeights(
            Base64.getMimeDecoder().decode(words.text("units")),
            value(words, "scale"),
            value(words, "bias")),
        value(bands, "suspicious"),
        value(bands, "callback-phishing"));
  }

  private static double value(Section section, String key) {
    return section.number(key).doubleValue();
  }

  /** The file that holds {@code model}. */
  public static String write(JudgeModel model) {
    StringBuilder text = new StringBuilder(1 << 17);
    text.append("# The judge's weights, in log-odds. Made by `ringfence train`; do not edit.\n");
    text.append("bias: ").append(model.bias()).append('\n');
    text.append("bands:\n");
    text.append("  suspicious: ").append(model.suspicious()).append('\n');
    text.append("  callback-phishing: ").append(model.callbackPhishing()).append('\n');
    text.append("weights:\n");
    model
        .weights()
        .forEach(
            (id, weight) -> text.append("  ").append(id).append(": ").append(weight).append('\n'));
    text.append("words:\n");
    text.append("  weight: ").append(model.wordsWeight()).append('\n');
    text.append("  bias: ").append(model.words().bias()).append('\n');
    text.append("  scale: ").append(model.words().scale()).append('\n');
    text.append("  units: |\n");
    String units = Base64.getEncoder().encodeToString(model.words().units());
    for (int at = 0; at < units.length(); at += LINE) {
      text.append("    ").append(units, at, Math.min(at + LINE, units.length())).append('\n');
    }
    return text.toString();
  }
}
