package org.ringfence.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The forms in which settings are written. */
final class Forms {
  private Forms() {}

  /** Any text of one line. */
  static Form<String> text(String words) {
    return Word.of(words, Optional::of);
  }

  /** A text that matches a pattern. */
  static Form<String> text(String words, String pattern) {
    return Word.of(words, text -> Optional.of(text).filter(one -> one.matches(pattern)))
        .withPattern("^(" + pattern + ")$");
  }

  /** A domain name; kept in lower case. */
  static Form<String> domain() {
    String pattern = "(?i)[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?";
    return Word.of(
        "a domain, such as example.com",
        text ->
            Optional.of(text)
                .filter(one -> one.matches(pattern))
                .map(one -> one.toLowerCase(Locale.ROOT)));
  }

  /** One of the words of an enumeration, in lower case with hyphens. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    return new Choice<>(type);
  }

  /** A whole number. */
  static Form<Integer> whole(int least, int most) {
    return new Whole(least, most);
  }

  static Form<Boolean> truth() {
    return new Truth();
  }

  /** A time from {@code least} to {@code most}. */
  static Form<Duration> time(Duration least, Duration most) {
    String words =
        "a time from "
            + Quantities.show(least)
            + " to "
            + Quantities.show(most)
            + ", such as "
            + Quantities.show(least.multipliedBy(2));
    return Word.of(
            words,
            text ->
                Quantities.time(text)
                    .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0))
        .printed(Quantities::show)
        .withPattern("^[0-9]+(ms|s|m|h|d)$");
  }

  /** A number of octets. */
  static Form<Integer> size(int least, int most) {
    String words =
        "a size from "
            + Quantities.size(least)
            + " to "
            + Quantities.size(most)
            + ", such as 32MiB";
    return Word.of(
            words, text -> Quantities.octets(text).filter(size -> size >= least && size <= most))
        .printed(Quantities::size)
        .withPattern("^[0-9]+(KiB|MiB|GiB)$");
  }

  /** A file that is there. */
  static Form<Path> file() {
    return new ExistingFile();
  }

  /** A file that may yet have to be made. */
  static Form<Path> newFile() {
    return new Word<>(
        "a path; a relative one begins at the folder of this file",
        Forms::path,
        Path::toString,
        Map.of("type", "string"));
  }

  static Optional<Path> path(String text, Path base) {
    try {
      return Optional.of(base.resolve(text).normalize());
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }

  /** Where a door listens, if it does. */
  static Form<Optional<Address>> door() {
    return new OrOff<>(
        new Word<>(
            "HOST:PORT or unix:PATH",
            Forms::address,
            Address::toString,
            Map.of("type", "string", "pattern", "^(off|unix:.+|.+:[0-9]+)$")));
  }

  private static Optional<Address> address(String text, Path base) {
    return text.startsWith("unix:") && text.length() > 5
        ? path(text.substring(5), base).map(Address.Unix::new)
        : Address.tcp(text).map(Function.identity());
  }

  /** A host and port. */
  static Form<Address.Tcp> host() {
    return Word.of("HOST:PORT", text -> Address.tcp(text).filter(host -> host.port() > 0))
        .withPattern("^.+:[0-9]+$");
  }

  /** The address of something on the web. */
  static Form<URI> url() {
    return Word.of("an address, such as https://keys.example.com/keys", Forms::uri);
  }

  /** The address of something that we, or our people, reach; in the clear on this machine alone. */
  static Form<URI> reachable() {
    return Word.of(
        "an address, such as https://ringfence.example.com",
        text -> uri(text).or(() -> local(text)));
  }

  private static Optional<URI> local(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(uri -> "http".equals(uri.getScheme()))
          .filter(uri -> List.of("127.0.0.1", "localhost", "[::1]").contains(uri.getHost()));
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> "https".equals(uri.getScheme()));
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  /** An address, or all that begin with the same bits. */
  static Form<String> network() {
    return text(
        "an address or network, such as 192.0.2.0/24",
        "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(/[0-9]{1,3})?");
  }

  /** A secret. */
  static Form<Optional<Secret>> secret() {
    return new SecretForm();
  }

  static <T> Form<List<T>> list(Form<T> item) {
    return new Items<>(item);
  }

  /** A value that need not be there. */
  static <T> Form<Optional<T>> maybe(Form<T> form) {
    return new Maybe<>(form);
  }
}
