package org.ringfence.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of the site in a file of JSON, for its owner alone. It is read each time that it is
 * asked: people are few, sign in seldom, and who was removed must be gone at once.
 *
 * <p>Failures: {@link UncheckedIOException} with a sentence for the operator where the file cannot
 * be used; then nobody is let in.
 */
public final class PeopleFile implements People {
  private static final String NAME = "people.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final OwnerFile file;

  /** How the file is written. */
  record Sheet(List<Line> people) {}

  /** How a person is written. */
  record Line(
      String name,
      String role,
      @Nullable String password,
      @Nullable String factor,
      long lastStep) {}

  /** The file in the folder {@code state}. */
  public PeopleFile(Path state) {
    this.file = new OwnerFile(state.resolve(NAME));
  }

  /** Where it stands. */
  public Path path() {
    return file.path();
  }

  @Override
  public Optional<Person> find(String name) {
    return list().stream().filter(person -> person.name().equals(name)).findFirst();
  }

  @Override
  public List<Person> list() {
    try {
      return people(file.read());
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Override
  public void save(Person person) {
    change(old -> Stream.concat(without(old, person.name()), Stream.of(person)).toList());
  }

  @Override
  public void remove(String name) {
    change(old -> without(old, name).toList());
  }

  private static Stream<Person> without(List<Person> people, String name) {
    return people.stream().filter(person -> !person.name().equals(name));
  }

  private void change(UnaryOperator<List<Person>> change) {
    try {
      file.change(
          old -> {
            List<Line> lines =
                change.apply(people(old)).stream()
                    .sorted(Comparator.comparing(Person::name))
                    .map(PeopleFile::line)
                    .toList();
            return JSON.writeValueAsBytes(new Sheet(lines));
          });
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private List<Person> people(Optional<byte[]> content) throws IOException {
    try {
      return content.isEmpty()
          ? List.of()
          : JSON.readValue(content.get(), Sheet.class).people().stream()
              .map(PeopleFile::person)
              .toList();
    } catch (RuntimeException damaged) {
      throw new IOException(
          path() + ": this is no file of people. Take a copy of it, or remove it and begin anew.",
          damaged);
    }
  }

  private static Person person(Line line) {
    return new Person(
        line.name(),
        Role.of(line.role()).orElseThrow(),
        Optional.ofNullable(line.password()).map(PasswordHash::new),
        Optional.ofNullable(line.factor()).map(Totp::new),
        line.lastStep());
  }

  private static Line line(Person person) {
    return new Line(
        person.name(),
        person.role().key(),
        person.password().map(PasswordHash::text).orElse(null),
        person.factor().map(Totp::secret).orElse(null),
        person.lastStep());
  }
}
