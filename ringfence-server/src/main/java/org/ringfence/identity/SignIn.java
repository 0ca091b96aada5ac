package org.ringfence.identity;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets people in by name, password and, where they have one, second factor. What was wrong is never
 * said: not even whether there is somebody of that name, by words or by the time it takes.
 */
public final class SignIn {
  private final People people;
  private final Sessions sessions;
  private final InstantSource clock;
  private final Attempts byName;
  private final Attempts byAddress;
  private final PasswordHash nobodys;

  /** What somebody claims. */
  public record Claim(String name, String password, String code, String address) {}

  /** What came of it. */
  public sealed interface Result {
    /** He is in. */
    record In(Sessions.Opened opened) implements Result {}

    /** Something was wrong. */
    record Wrong() implements Result {}

    /** Too much was wrong lately; nothing was looked at. */
    record TooOften() implements Result {}
  }

  /**
   * @param nobodys the hash of a password that nobody has, for names that nobody has
   */
  public SignIn(People people, Sessions sessions, InstantSource clock, PasswordHash nobodys) {
    this.people = people;
    this.sessions = sessions;
    this.clock = clock;
    this.byName = new Attempts(clock);
    this.byAddress = new Attempts(clock);
    this.nobodys = nobodys;
  }

  /** Lets somebody in, or not. */
  public Result signIn(Claim claim) {
    String name = claim.name().toLowerCase(Locale.ROOT);
    if (!byName.mayTry(name) || !byAddress.mayTry(claim.address())) {
      return new Result.TooOften();
    }
    Optional<Person> person = Person.isName(name) ? people.find(name) : Optional.empty();
    boolean known =
        person.flatMap(Person::password).orElse(nobodys).matches(claim.password())
            && person.flatMap(Person::password).isPresent();
    if (!known || !factorHolds(person.orElseThrow(), claim.code())) {
      byName.failed(name);
      byAddress.failed(claim.address());
      return new Result.Wrong();
    }
    byName.succeeded(name);
    byAddress.succeeded(claim.address());
    return new Result.In(sessions.open(name, person.orElseThrow().role()));
  }

  private boolean factorHolds(Person person, String code) {
    if (person.factor().isEmpty()) {
      return true;
    }
    OptionalLong step =
        person.factor().get().step(code.strip(), clock.instant(), person.lastStep());
    step.ifPresent(used -> people.save(person.used(used)));
    return step.isPresent();
  }
}
