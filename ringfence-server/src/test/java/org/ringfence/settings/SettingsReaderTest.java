package org.ringfence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.reception.ReceptionSettings.Memory;
import org.ringfence.settings.SettingsReader.Reading;

final class SettingsReaderTest {
  private static final Path CASES =
      Path.of(System.getProperty("ringfence.root"))
          .resolve("ringfence-server/src/test/resources/cases/settings");
  private static final Path HERE = Path.of("/nowhere");

  @TempDir Path folder;

  private static Reading read(Path file, Map<String, String> environment) {
    return new SettingsReader(environment, HERE).read(file, new Overrides());
  }

  private static Settings read(String name) {
    return read(CASES.resolve("right").resolve(name), Map.of("HOME", "/srv/ines")).settings();
  }

  private Path written(String text) throws IOException {
    Path file = folder.resolve("ringfence.yaml");
    Files.writeString(file, text);
    return file;
  }

  static List<Path> wrongFiles() throws IOException {
    try (Stream<Path> files = Files.list(CASES.resolve("wrong"))) {
      return files.sorted().toList();
    }
  }

  /** Each wrong file begins with what is said of it. */
  @ParameterizedTest
  @MethodSource("wrongFiles")
  void wrongFile_isShownWithPlaceAndCaret(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    WrongSettings wrong =
        catchThrowableOfType(WrongSettings.class, () -> read(file, Map.of("HOME", "/srv/ines")));

    assertThat(wrong).as("the settings are taken").isNotNull();
    List<String> said = String.valueOf(wrong.getMessage()).lines().skip(1).toList();
    List<String> expected =
        lines.stream()
            .filter(line -> line.matches("# [0-9]+:[0-9]+: .*"))
            .map(line -> line.substring(2).replace("FOLDER", String.valueOf(file.getParent())))
            .toList();
    assertThat(said.stream().filter(line -> line.startsWith(file.toString())))
        .containsExactlyElementsOf(expected.stream().map(line -> file + ":" + line).toList());
    for (String problem : expected) {
      String[] place = problem.split(":", 3);
      int caret = said.indexOf(file + ":" + problem) + 2;
      assertThat(said.get(caret - 1)).isEqualTo("    " + lines.get(Integer.parseInt(place[0]) - 1));
      assertThat(said.get(caret).indexOf('^')).isEqualTo(3 + Integer.parseInt(place[1]));
    }
  }

  @Test
  void fileOfCommentsAlone_leavesTheDefaults() {
    Settings settings = read("everything-off-but-the-milter.yaml");

    assertThat(settings.doors().milter().address()).contains(new Address.Tcp("127.0.0.1", 8891));
    assertThat(
            Stream.of(
                    settings.doors().smtp().address(),
                    settings.doors().lmtp().address(),
                    settings.doors().http().address(),
                    settings.doors().spamd().address(),
                    settings.doors().webhook().address())
                .flatMap(Optional::stream))
        .isEmpty();
    assertThat(settings.rules().onCallback()).isEqualTo(CallbackChoice.MARK);
    assertThat(settings.store().place())
        .isEqualTo(new Settings.InFile(Path.of("/srv/ines/.local/state/ringfence/ringfence.db")));
    assertThat(settings.platforms().azure()).isEmpty();
  }

  @Test
  void defaults_listenOnLoopbackAlone() {
    assertThat(Keys.MILTER.address().otherwise().orElseThrow())
        .isInstanceOfSatisfying(
            Address.Tcp.class, address -> assertThat(address.isLoopback()).isTrue());
  }

  @Test
  void file_isWhatItSays() {
    Settings settings = read("mail-hub.yaml");

    assertThat(settings.site().domains()).containsExactly("contoso.example", "rcpt.example");
    assertThat(settings.authentication().resolvers())
        .containsExactly(new Address.Tcp("127.0.0.1", 53), new Address.Tcp("::1", 53));
    assertThat(settings.authentication().authservIds()).containsExactly("mx.contoso.example", "");
    assertThat(settings.rules())
        .isEqualTo(
            new Settings.Rules(
                Optional.empty(), CallbackChoice.MARK, Settings.Quarantine.MTA, true));
    assertThat(settings.judging().deadline()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.doors().milter().address())
        .contains(new Address.Unix(CASES.resolve("right/run/milter.sock")));
    assertThat(settings.doors().milter().failMode()).isEqualTo(FailMode.TEMP_FAIL);
    assertThat(settings.doors().smtp().failMode()).isEqualTo(FailMode.ACCEPT_AND_MARK);
    assertThat(settings.doors().smtp().trustedPeers())
        .containsExactly("127.0.0.1", "2001:db8::/32");
    assertThat(settings.doors().spamd().address()).isEmpty();
    assertThat(settings.nextHop())
        .contains(
            new Settings.NextHop(
                new Address.Tcp("127.0.0.1", 10026),
                Settings.Protocol.SMTP,
                Settings.Encryption.NEVER));
    assertThat(settings.store().place())
        .isEqualTo(new Settings.InFile(CASES.resolve("right/mail.db")));
    assertThat(settings.store().clearMail()).isEqualTo(Memory.COUNT);
    assertThat(settings.store().keep().quarantine()).isEqualTo(Duration.ofDays(14));
    assertThat(settings.log().format()).isEqualTo(Settings.LogFormat.JSON);
  }

  @Test
  void option_standsOverTheFileAndIsNamed() throws IOException {
    Path file = written("judging:\n  deadline: 20s\n");
    Reading reading =
        new SettingsReader(Map.of(), HERE)
            .read(
                file,
                new Overrides()
                    .put(Keys.DEADLINE, "--deadline", Optional.of(Duration.ofSeconds(5))));

    assertThat(reading.settings().judging().deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(reading.shown())
        .contains(new SettingsReader.Shown("judging.deadline", "5s", "--deadline", false))
        .contains(new SettingsReader.Shown("rules.on-callback", "mark", "default", false));
  }

  @Test
  void optionThatCannotStandBesideTheFile_isNamed() throws IOException {
    Path file = written("authentication:\n  zone: ringfence.yaml\n");
    Overrides overrides =
        new Overrides().put(Keys.AUTHENTICATION, "--auth", Optional.of(Settings.Source.OFF));

    assertThatThrownBy(() -> new SettingsReader(Map.of(), HERE).read(file, overrides))
        .hasMessageContaining("ringfence.yaml:2:3: the DNS is asked with the source dns alone");
    assertThatThrownBy(
            () ->
                new SettingsReader(Map.of(), HERE)
                    .read(
                        new Overrides()
                            .put(
                                Keys.AUTHENTICATION,
                                "--auth",
                                Optional.of(Settings.Source.HEADER))))
        .hasMessageContaining("--auth: header believes relays of yours alone");
  }

  @Test
  void secret_comesFromVariableFileOrTheSettingsThemselves() throws IOException {
    Files.writeString(folder.resolve("password"), "from a file\n");
    assertThat(password("${ENV:DB_PASSWORD}")).isEqualTo("from a variable");
    assertThat(password("file:password")).isEqualTo("from a file");
    assertThat(password("in the open")).isEqualTo("in the open");
  }

  private String password(String as) throws IOException {
    Path file = written(withPassword(as));
    Settings settings = read(file, Map.of("DB_PASSWORD", "from a variable")).settings();
    assertThat(settings.toString()).doesNotContain("from a", "in the open");
    return ((Settings.OnServer) settings.store().place()).password().orElseThrow().reveal();
  }

  private static String withPassword(String as) {
    return """
    store:
      postgresql:
        address: 127.0.0.1:5432
        password: "%s"
    """
        .formatted(as);
  }

  @Test
  void secretInTheOpen_isWarnedOfWhereOthersMayRead() throws IOException {
    Path file = written(withPassword("in the open"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(read(file, Map.of()).warnings())
        .startsWith(
            file
                + ":4:5: warning: this secret stands in a file that others than its owner may"
                + " read");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(read(file, Map.of()).warnings()).isEmpty();
  }

  @Test
  void secret_isNeverShown() throws IOException {
    assertThat(read(written(withPassword("in the open")), Map.of()).shown())
        .contains(
            new SettingsReader.Shown(
                "store.postgresql.password",
                "(secret)",
                folder.resolve("ringfence.yaml") + ":4",
                true))
        .noneMatch(shown -> shown.toString().contains("in the open"));
  }

  @Test
  void stateFolder_isThatOfTheServiceOrOfTheUser() {
    assertThat(new StateFolder(Map.of("STATE_DIRECTORY", "/var/lib/ringfence:/x")).path())
        .isEqualTo(Path.of("/var/lib/ringfence"));
    assertThat(new StateFolder(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h")).path())
        .isEqualTo(Path.of("/s/ringfence"));
    assertThat(new StateFolder(Map.of("HOME", "/h")).path())
        .isEqualTo(Path.of("/h/.local/state/ringfence"));
  }

  @Test
  void missingFile_isNamed() {
    assertThatThrownBy(() -> read(folder.resolve("none.yaml"), Map.of()))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("there is no such file");
  }
}
