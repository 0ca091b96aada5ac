package org.ringfence.cli.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailFinderTest {
  private static final String MAIL = "Subject: one\r\n\r\nText\r\n";

  @TempDir Path folder;

  private static List<Found> find(String named, String standardInput) {
    InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.ISO_8859_1));
    List<Found> found = new ArrayList<>();
    new MailFinder(1000, in).find(named, found::add);
    return found;
  }

  private List<Found> find(Path path) {
    return find(path.toString(), "");
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content, StandardCharsets.ISO_8859_1);
  }

  private static String text(Found found) {
    return new String(((Found.Mail) found).octets().toByteArray(), StandardCharsets.ISO_8859_1);
  }

  private List<String> names(List<Found> found) {
    return found.stream().map(one -> one.name().replace(folder.toString(), "")).toList();
  }

  @Test
  void mailFile_isOneMail() throws IOException {
    assertThat(find(write("a.eml", MAIL))).singleElement().extracting(f -> text(f)).isEqualTo(MAIL);
  }

  @Test
  void missingFile_saysSo() {
    assertThat(find(folder.resolve("gone.eml")))
        .singleElement()
        .isEqualTo(
            new Found.Unreadable(
                folder.resolve("gone.eml").toString(),
                "there is no such file or folder. Check the name."));
  }

  @Test
  void emptyFileAsked_isUnreadable() throws IOException {
    assertThat(find(write("empty", ""))).singleElement().isInstanceOf(Found.Unreadable.class);
  }

  @Test
  void fileOfAnotherKind_isUnreadableWhenAskedAndLeftAloneInAFolder() throws IOException {
    Path photo = write("photo.jpg", "\u00FF\u00D8\u00FF\u00E0JFIF");
    assertThat(find(photo)).singleElement().isInstanceOf(Found.Unreadable.class);
    assertThat(find(folder)).containsExactly(new Found.NoMail(photo.toString()));
  }

  @Test
  void profileBesideItsMails_isNoMail() throws IOException {
    Path profile = write("profile.yaml", "id: lantern-alerts\nname: Lantern Alerts\n");
    assertThat(find(folder)).containsExactly(new Found.NoMail(profile.toString()));
  }

  @Test
  void folder_isWalkedInStableOrder() throws IOException {
    write("b.eml", MAIL);
    write("a/z", MAIL);
    write(".hidden", MAIL);
    assertThat(names(find(folder))).containsExactly("/a/z", "/b.eml");
  }

  @Test
  void symbolicLinkInFolder_isNotFollowed() throws IOException {
    write("a.eml", MAIL);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    assertThat(find(folder)).hasSize(1);
  }

  @Test
  void maildir_isReadWithoutItsTmp() throws IOException {
    write("cur/1:2,S", MAIL);
    write("new/2", MAIL);
    write("tmp/3", MAIL);
    assertThat(names(find(folder))).containsExactly("/cur/1:2,S", "/new/2");
  }

  @Test
  void mbox_isSplitAtFromLinesWithATime() throws IOException {
    String box =
        """
        From a@example.com Sat Nov 21 10:00:00 2026
        Subject: one

        Text

        From here on it is prose.

        >From a quoted line
        From b@example.com Sat Nov 21 10:00:01 2026

        From b@example.com Sat Nov 21 10:00:01 2026
        Subject: two

        Text
        """;
    List<Found> found = find(write("box", box));
    assertThat(names(found)).containsExactly("/box#1", "/box#2");
    assertThat(text(found.get(0)))
        .contains("From here on it is prose.", "\nFrom a quoted line")
        .doesNotContain("Subject: two");
    assertThat(text(found.get(1))).startsWith("Subject: two");
  }

  @Test
  void fromLineInsideAnEmlFile_hidesNothing() throws IOException {
    String mail = MAIL + "\r\n\r\nFrom x Sat Nov 21 10:00:00 2026\r\n\r\nCall 808\r\n";
    assertThat(find(write("a.eml", mail))).singleElement().extracting(f -> text(f)).isEqualTo(mail);
  }

  @Test
  void outlookFile_isWrapped() throws IOException {
    assertThat(find(write("a.msg", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")))
        .singleElement()
        .extracting(f -> text(f))
        .asString()
        .contains("application/vnd.ms-outlook")
        .contains("0M8R4KGxGuE=");
  }

  @Test
  void hugeMail_isCutOneOctetAboveTheLimit() throws IOException {
    Path file = write("a.eml", "Subject: x\r\n\r\n" + "a".repeat(5000));
    assertThat(text(find(file).getFirst())).hasSize(1001);
  }

  @Test
  void hugeMailInMbox_isCutAndTheNextIsStillFound() throws IOException {
    String line = "From a Sat Nov 21 10:00:00 2026\n";
    Path box =
        write("box", line + "Subject: x\n\n" + "a".repeat(9000) + "\n\n" + line + "Subject: y\n");
    List<Found> found = find(box);
    assertThat(text(found.get(0))).hasSize(1001);
    assertThat(text(found.get(1))).isEqualTo("Subject: y\n");
  }

  @Test
  void standardInput_isReadAsWhatItIs() {
    assertThat(find("-", MAIL)).singleElement().extracting(Found::name).isEqualTo("-");
    assertThat(find("-", "From a Sat Nov 21 10:00:00 2026\n" + MAIL))
        .singleElement()
        .extracting(Found::name)
        .isEqualTo("-#1");
    assertThat(find("-", "")).singleElement().isInstanceOf(Found.Unreadable.class);
  }

  @Test
  void impossibleName_isUnreadable() {
    assertThat(find("a\0b", "")).singleElement().isInstanceOf(Found.Unreadable.class);
  }
}
