package org.ringfence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.ringfence.identity.SignIn.Claim;
import org.ringfence.identity.SignIn.Result;

final class SignInTest {
  private static final PasswordHash HASH = PasswordHash.of("correct horse", new byte[16]);
  private static final Totp FACTOR = Totp.of(new byte[20]);

  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private int chances;
  private final InMemory people = new InMemory();
  private final Sessions sessions = new Sessions(() -> now, this::chance);
  private final SignIn signIn =
      new SignIn(people, sessions, () -> now, PasswordHash.of("nobody's", new byte[16]));

  /** The people of a test. */
  private static final class InMemory implements People {
    private final Map<String, Person> known = new ConcurrentHashMap<>();

    @Override
    public Optional<Person> find(String name) {
      return Optional.ofNullable(known.get(name));
    }

    @Override
    public void save(Person person) {
      known.put(person.name(), person);
    }

    @Override
    public void remove(String name) {
      known.remove(name);
    }

    @Override
    public List<Person> list() {
      return new ArrayList<>(known.values());
    }
  }

  private byte[] chance(int length) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) chances++;
    return bytes;
  }

  private void anna(Optional<Totp> factor) {
    people.save(new Person("anna", Role.ANALYST, Optional.of(HASH), factor, 0));
  }

  private Result tries(String name, String password, String code) {
    return signIn.signIn(new Claim(name, password, code, "192.0.2.7"));
  }

  @Test
  void rightPassword_opensASessionThatEnds() {
    anna(Optional.empty());

    Sessions.Opened opened = ((Result.In) tries("Anna", "correct horse", "")).opened();

    assertThat(opened.session().role()).isEqualTo(Role.ANALYST);
    assertThat(sessions.find(opened.secret())).isPresent();
    assertThat(sessions.find("another")).isEmpty();
    now = now.plus(Duration.ofMinutes(31));
    assertThat(sessions.find(opened.secret())).isEmpty();
  }

  @Test
  void wrongNamePasswordOrCode_areTheSame() {
    anna(Optional.of(FACTOR));

    assertThat(tries("anna", "wrong", FACTOR.code(now))).isEqualTo(new Result.Wrong());
    assertThat(tries("anna", "correct horse", "000000")).isEqualTo(new Result.Wrong());
    assertThat(tries("eve", "nobody's", "")).isEqualTo(new Result.Wrong());
    assertThat(tries("anna' --", "nobody's", "")).isEqualTo(new Result.Wrong());
  }

  @Test
  void codeOfTheFactor_isGoodOnce() {
    anna(Optional.of(FACTOR));
    String code = FACTOR.code(now);

    assertThat(tries("anna", "correct horse", code)).isInstanceOf(Result.In.class);
    assertThat(tries("anna", "correct horse", code)).isEqualTo(new Result.Wrong());
  }

  @Test
  void guessing_isSlowedDownAndForgotten() {
    anna(Optional.empty());
    for (int i = 0; i < Attempts.FREE; i++) {
      assertThat(tries("anna", "guess " + i, "")).isEqualTo(new Result.Wrong());
    }
    assertThat(tries("anna", "correct horse", "")).isEqualTo(new Result.TooOften());
    now = now.plus(Duration.ofSeconds(2));
    assertThat(tries("anna", "correct horse", "")).isInstanceOf(Result.In.class);
    assertThat(tries("anna", "wrong", "")).isEqualTo(new Result.Wrong());
  }

  @Test
  void changedPerson_isSignedOutEverywhere() {
    Sessions.Opened opened = sessions.open("anna", Role.VIEWER);
    sessions.closeAll("anna");
    assertThat(sessions.find(opened.secret())).isEmpty();
  }

  @Test
  void hash_matchesItsPasswordAndIsNotPrinted() {
    assertThat(new PasswordHash(HASH.text()).matches("correct horse")).isTrue();
    assertThat(HASH.matches("correct horse ")).isFalse();
    assertThat(HASH.text()).startsWith("pbkdf2-sha256$600000$");
    assertThat(HASH.toString()).doesNotContain("600000");
    assertThatThrownBy(() -> new PasswordHash("correct horse"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
