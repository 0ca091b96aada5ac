package org.ringfence.assessment.authentication.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ringfence.arrival.parse.MessageParser;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;

/**
 * Signatures are checked on the fields that the reader is shown, whatever the octets: both readers
 * of the header section find the same fields.
 */
final class RawMessagePropertyTest {
  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of());

  @Property(tries = 2_000)
  void fields_areThoseOfTheParser(@ForAll("headers") String text) {
    Octets octets = Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    RawMessage raw = RawMessage.read(octets, Limits.standard());
    Message message = parser.parse(octets);

    if (raw.defect().isEmpty()) {
      assertThat(raw.fields().stream().map(RawField::key))
          .containsExactlyElementsOf(
              message.header().fields().stream()
                  .map(HeaderField::name)
                  .map(name -> name.toLowerCase(Locale.ROOT))
                  .toList());
    }
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
            "From",
            "To",
            "X-Y",
            ": ",
            ":",
            "a@b.example",
            " ",
            "\t",
            "\r\n",
            "\n",
            "\r",
            "\r\r\n",
            "\r\n\r\n",
            "\n ",
            "\0",
            "\u00e9",
            "word",
            "From ",
            ">From ")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
