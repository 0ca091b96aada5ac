package org.ringfence.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The mails, by the name of what they try. Each is built when it is asked for. */
final class HostileMails {
  private static final String HEAD =
      String.join(
          "\r\n",
          "From: a <a@hostile.example>",
          "To: b@site.example",
          "Subject: hostile",
          "MIME-Version: 1.0",
          "");
  private static final String LURE =
      "Your order has been charged $ 389.00. To cancel call us at +1 (808) 555-0142.\r\n";

  private HostileMails() {}

  static Map<String, Supplier<byte[]>> all() {
    Map<String, Supplier<byte[]>> mails = new LinkedHashMap<>();
    structure(mails);
    headers(mails);
    text(mails);
    html(mails);
    attachments(mails);
    return mails;
  }

  private static void structure(Map<String, Supplier<byte[]>> mails) {
    mails.put("nested-multiparts-20000", () -> ascii(nestedMultiparts(20_000, true)));
    mails.put("nested-multiparts-20000-unclosed", () -> ascii(nestedMultiparts(20_000, false)));
    mails.put("tiny-parts-300000", () -> ascii(tinyParts(300_000)));
    mails.put("attached-messages-1000-deep", () -> ascii(nestedMessages(1_000)));
    mails.put("boundary-lines-without-parts", () -> ascii(multipart("--b\r\n".repeat(500_000))));
    mails.put("boundary-of-one-megabyte", () -> ascii(longBoundary()));
    mails.put(
        "multipart-without-boundary",
        () -> ascii(HEAD + "Content-Type: multipart/mixed\r\n\r\n" + LURE));
    mails.put("empty", () -> new byte[0]);
    mails.put("random-octets-5-megabytes", () -> random(5 << 20));
    mails.put("nothing-but-nul", () -> new byte[5 << 20]);
  }

  private static void headers(Map<String, Supplier<byte[]>> mails) {
    mails.put("header-lines-1000000", () -> ascii("X-A: b\r\n".repeat(1_000_000) + "\r\n" + LURE));
    mails.put(
        "received-lines-200000",
        () ->
            ascii(
                "Received: from a (b [192.0.2.1]) by c with ESMTP; Mon, 2 Nov 2026 09:00:00 +0000\r\n"
                        .repeat(200_000)
                    + HEAD
                    + "\r\n"
                    + LURE));
    mails.put(
        "one-header-of-50-megabytes",
        () -> ascii("Subject: " + "a".repeat(50 << 20) + "\r\n\r\n" + LURE));
    mails.put(
        "one-header-folded-500000-times",
        () -> ascii("Subject: a\r\n" + " b c d\r\n".repeat(500_000) + "\r\n" + LURE));
    mails.put(
        "encoded-words-in-the-subject",
        () -> ascii("Subject: " + "=?utf-8?q?=F0=9F?= ".repeat(150_000) + "\r\n\r\n" + LURE));
    mails.put(
        "recipients-100000",
        () -> ascii("To: " + "b <b@site.example>, ".repeat(100_000) + "\r\n\r\n" + LURE));
    mails.put(
        "unclosed-comments-in-from",
        () -> ascii("From: " + "(".repeat(200_000) + "\r\n\r\n" + LURE));
    mails.put("headers-only-never-ending-field-name", () -> ascii("a".repeat(5 << 20)));
  }

  private static void text(Map<String, Supplier<byte[]>> mails) {
    mails.put("line-of-50-megabytes", () -> ascii(HEAD + "\r\n" + "a".repeat(50 << 20)));
    mails.put(
        "line-of-50-megabytes-of-words",
        () -> ascii(HEAD + "\r\n" + "call us now ".repeat(4 << 20)));
    mails.put("digits-20-megabytes", () -> ascii(HEAD + "\r\n" + "12 12 12 ".repeat(2 << 20)));
    mails.put(
        "numbers-200000", () -> ascii(HEAD + "\r\n" + "call +1 (808) 555-0142 ".repeat(200_000)));
    mails.put(
        "phrases-500000",
        () -> ascii(HEAD + "\r\n" + "if you did not authorize this payment ".repeat(500_000)));
    mails.put(
        "invalid-utf8-10-megabytes",
        () ->
            concat(
                ascii(HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n"),
                filled(10 << 20, 0xc3)));
    mails.put(
        "unknown-charset",
        () ->
            concat(
                ascii(HEAD + "Content-Type: text/plain; charset=\"no-such\"\r\n\r\n"),
                random(1 << 20)));
    mails.put(
        "utf7-shifts-1000000",
        () ->
            ascii(
                HEAD
                    + "Content-Type: text/plain; charset=utf-7\r\n\r\n"
                    + "+AGE-".repeat(1_000_000)));
    mails.put(
        "base64-cut-and-foreign",
        () ->
            ascii(
                HEAD
                    + "Content-Transfer-Encoding: base64\r\n\r\n"
                    + "QUJD=\u007f%%".repeat(500_000)));
    mails.put(
        "soft-breaks-2000000",
        () ->
            ascii(
                HEAD
                    + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                    + "=\r\n".repeat(2_000_000)));
    mails.put(
        "combining-marks-3000000",
        () ->
            utf8(
                HEAD
                    + "Content-Type: text/plain; charset=utf-8\r\n\r\na"
                    + "\u0301".repeat(3_000_000)));
  }

  private static void html(Map<String, Supplier<byte[]>> mails) {
    mails.put("divs-1000000-deep", () -> html("<div>".repeat(1_000_000) + LURE));
    mails.put("entities-10-megabytes", () -> html("&#x0;&amp;&nosuch;".repeat(600_000)));
    mails.put(
        "attributes-500000-on-one-tag", () -> html("<p " + "a=b ".repeat(500_000) + ">" + LURE));
    mails.put(
        "style-rules-300000",
        () -> html("<style>" + ".a{display:none}".repeat(300_000) + "</style><p class=a>" + LURE));
    mails.put(
        "selectors-times-elements",
        () ->
            html(
                "<style>"
                    + "div p span.x#y{font-size:0}".repeat(5_000)
                    + "</style>"
                    + "<p class=x id=y>a".repeat(40_000)));
    mails.put(
        "telephone-links-500000", () -> html("<a href=tel:+18085550142>x</a>".repeat(500_000)));
  }

  private static void attachments(Map<String, Supplier<byte[]>> mails) {
    mails.put(
        "zip-bomb-as-docx",
        () -> attached("a.docx", zip("word/document.xml", "<w:t>" + "a".repeat(1 << 20), 400)));
    mails.put(
        "xml-bomb-as-docx", () -> attached("a.docx", zip("word/document.xml", billionLaughs(), 1)));
    mails.put(
        "elements-1000000-deep-as-docx",
        () -> attached("a.docx", zip("word/document.xml", "<a>".repeat(1_000_000), 1)));
    mails.put("pdf-of-10000-pages", () -> attached("a.pdf", pdf(10_000)));
    mails.put("pdf-cut-in-the-middle", () -> attached("a.pdf", half(pdf(50))));
    mails.put("png-of-30000-by-30000", () -> attached("a.png", png(30_000, 30_000)));
    mails.put("png-with-a-lying-header", () -> attached("a.png", lyingPng()));
    mails.put(
        "winmail-dat-of-garbage",
        () ->
            attached(
                "winmail.dat",
                concat(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22}, random(1 << 20))));
    mails.put("msg-of-garbage", () -> attached("a.msg", concat(cfbMagic(), random(1 << 20))));
    mails.put(
        "calendar-folded-500000-times",
        () ->
            attached(
                "a.ics",
                ascii(
                    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:"
                        + "a\r\n ".repeat(500_000)
                        + "\r\nEND:VEVENT\r\n")));
  }

  private static String nestedMultiparts(int depth, boolean closed) {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    mail.append("Content-Type: text/plain\r\n\r\n").append(LURE);
    for (int i = depth - 1; closed && i >= 0; i--) {
      mail.append("\r\n--b").append(i).append("--\r\n");
    }
    return mail.toString();
  }

  private static String tinyParts(int count) {
    return multipart("--b\r\n\r\na\r\n".repeat(count));
  }

  private static String multipart(String body) {
    return HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + body;
  }

  private static String nestedMessages(int depth) {
    return (HEAD + "Content-Type: message/rfc822\r\n\r\n").repeat(depth) + HEAD + "\r\n" + LURE;
  }

  private static String longBoundary() {
    String boundary = "b".repeat(1 << 20);
    return HEAD
        + "Content-Type: multipart/mixed; boundary=\""
        + boundary
        + "\"\r\n\r\n--"
        + boundary
        + "\r\n\r\n"
        + LURE;
  }

  private static byte[] html(String body) {
    return ascii(HEAD + "Content-Type: text/html\r\n\r\n" + body);
  }

  private static byte[] attached(String name, byte[] content) {
    return ascii(
        HEAD
            + "Content-Type: application/octet-stream; name=\""
            + name
            + "\"\r\nContent-Disposition: attachment; filename=\""
            + name
            + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(content));
  }

  private static byte[] zip(String entry, String content, int times) {
    return written(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(entry));
            byte[] octets = utf8(content);
            for (int i = 0; i < times; i++) {
              zip.write(octets);
            }
          }
        });
  }

  private static String billionLaughs() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 20; i++) {
      xml.append("<!ENTITY a")
          .append(i)
          .append(" \"")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    return xml + "]><w:document><w:t>&a19;</w:t></w:document>";
  }

  private static byte[] pdf(int pages) {
    StringBuilder pdf =
        new StringBuilder(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
                + pages
                + "/Kids[");
    for (int i = 0; i < pages; i++) {
      pdf.append(i + 5).append(" 0 R ");
    }
    pdf.append("]>>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n");
    String stream = "BT /F1 12 Tf 72 700 Td (Nothing to see on this page) Tj ET";
    pdf.append("4 0 obj<</Length ")
        .append(stream.length())
        .append(">>stream\n")
        .append(stream)
        .append("\nendstream endobj\n");
    for (int i = 0; i < pages; i++) {
      pdf.append(i + 5)
          .append(
              " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0"
                  + " R/Resources<</Font<</F1 3 0 R>>>>>>endobj\n");
    }
    return ascii(pdf + "trailer<</Root 1 0 R>>\n%%EOF\n");
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /** A true PNG of so many pixels, all white, of one bit each. */
  private static byte[] png(int width, int height) {
    return written(
        out -> {
          out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
          chunk(
              out,
              "IHDR",
              ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array());
          ByteArrayOutputStream rows = new ByteArrayOutputStream();
          try (DeflaterOutputStream deflater = new DeflaterOutputStream(rows, new Deflater(9))) {
            byte[] row = filled(1 + (width + 7) / 8, 0xff);
            row[0] = 0;
            for (int i = 0; i < height; i++) {
              deflater.write(row);
            }
          }
          chunk(out, "IDAT", rows.toByteArray());
          chunk(out, "IEND", new byte[0]);
        });
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = ascii(type);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] lyingPng() {
    byte[] small =
        written(
            out ->
                ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out));
    ByteBuffer.wrap(small).putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
    return small;
  }

  private static byte[] cfbMagic() {
    return new byte[] {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
  }

  private static byte[] random(int length) {
    byte[] octets = new byte[length];
    new Random(7).nextBytes(octets);
    return octets;
  }

  private static byte[] filled(int length, int value) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) value);
    return octets;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
