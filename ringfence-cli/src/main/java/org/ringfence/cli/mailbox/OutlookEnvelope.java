package org.ringfence.cli.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ringfence.mail.Octets;

/**
 * Makes a message around an Outlook file: the core reads such a file as an attachment, so one that
 * stands alone is given to it as a message that is nothing else.
 */
final class OutlookEnvelope {
  private static final String HEADER =
      """
      MIME-Version: 1.0\r
      Content-Type: application/vnd.ms-outlook\r
      Content-Transfer-Encoding: base64\r
      \r
      """;

  private OutlookEnvelope() {}

  static Octets around(Octets outlookFile) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(HEADER.getBytes(StandardCharsets.US_ASCII));
    message.writeBytes(Base64.getMimeEncoder().encode(outlookFile.toByteArray()));
    message.writeBytes(new byte[] {'\r', '\n'});
    return Octets.of(message.toByteArray());
  }
}
