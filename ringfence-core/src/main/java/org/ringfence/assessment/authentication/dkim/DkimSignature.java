package org.ringfence.assessment.authentication.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.signature.MessageSignature;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.TagReader;

/**
 * A DKIM-Signature field (RFC 6376 §3.5).
 *
 * @param field the field as received
 * @param tags what it shares with other signatures
 * @param auid i=, the Agent or User Identifier, decoded
 */
record DkimSignature(RawField field, MessageSignature tags, String auid) {
  /** What reading a field came to. */
  sealed interface Reading {}

  /** A signature that can be checked. */
  record WellFormed(DkimSignature signature) implements Reading {}

  /**
   * None.
   *
   * @param reason one sentence
   */
  record Malformed(String reason) implements Reading {}

  static Reading read(RawField field) {
    var tags = new TagReader(field.body());
    if (!tags.required("v").equals("1")) {
      tags.complain("The version of the signature is unknown.");
    }
    MessageSignature shared = MessageSignature.read(tags);
    String auid = tags.optional("i").map(DkimSignature::decoded).orElse("@" + shared.domain());
    var signature = new DkimSignature(field, shared, auid);
    signature.check(tags);
    return tags.problem().<Reading>map(Malformed::new).orElse(new WellFormed(signature));
  }

  private void check(TagReader reader) {
    List<String> methods = List.of(reader.optional("q").orElse("dns/txt").split(":", -1));
    if (methods.stream().map(String::strip).noneMatch("dns/txt"::equalsIgnoreCase)) {
      reader.complain("The signature asks for an unknown way to fetch the key.");
    }
    // RFC 6376 §6.1.1: a signature that leaves the author out says nothing.
    if (!tags.fieldNames().contains("from")) {
      reader.complain("The From field is not signed.");
    }
    if (auidDomain().filter(name -> name.isOrIsBelow(tags.domain())).isEmpty()) {
      reader.complain("The identity in \"i\" is not below the signing domain.");
    }
    boolean expiresTooSoon =
        tags.signedAt().isPresent()
            && tags.expiresAt().filter(end -> !end.isAfter(tags.signedAt().get())).isPresent();
    if (expiresTooSoon) {
      reader.complain("The signature expires before it was made.");
    }
  }

  /** The domain of {@link #auid}; empty where it has none. */
  Optional<DomainName> auidDomain() {
    int at = auid.lastIndexOf('@');
    return at < 0 ? Optional.empty() : DomainName.of(auid.substring(at + 1));
  }

  /** Decodes dkim-quoted-printable (RFC 6376 §2.11); what is no escape stands as it is. */
  private static String decoded(String value) {
    var out = new ByteArrayOutputStream();
    byte[] octets = value.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < octets.length; i++) {
      int high = octets[i] == '=' && i + 2 < octets.length ? digit(octets[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(octets[i + 2]);
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(octets[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte octet) {
    return Character.digit((char) octet, 16);
  }
}
