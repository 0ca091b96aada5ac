package org.ringfence.effect.educate;

import java.util.List;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;

/**
 * What the recipient of one mail is told about it, in sentences of one language. The domain that
 * answers for the mail may be among the sentences, and nothing else that came with it.
 *
 * @param texts the texts of the language, for what stands around
 * @param verdict what we think of the mail
 * @param genuine what is genuine about it
 * @param typed who wrote the rest; empty where there is no rest
 * @param call why not to call; empty where nothing says that a call is wanted
 * @param signs the three hallmarks that speak most, the strongest first
 * @param ways how to check safely
 */
public record Explained(
    GuidanceTexts texts,
    String verdict,
    List<String> genuine,
    List<String> typed,
    List<String> call,
    List<HallmarkWords> signs,
    List<String> ways) {
  public Explained {
    genuine = List.copyOf(genuine);
    typed = List.copyOf(typed);
    call = List.copyOf(call);
    signs = List.copyOf(signs);
    ways = List.copyOf(ways);
  }
}
