package org.ringfence.assessment.authentication.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.mail.Deadline;

final class CachingResolverTest {
  private static final CacheSettings SETTINGS =
      new CacheSettings(
          2, 100, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(5));

  private final List<String> asked = new ArrayList<>();
  private long now;
  private Answer answer = new Answer.Records(List.of("192.0.2.5"));
  private final Resolver cache =
      new CachingResolver(
          (name, type) -> {
            asked.add(name + " " + type);
            return answer;
          },
          SETTINGS,
          () -> now);

  private void ask(String... names) {
    for (String name : names) {
      assertThat(cache.ask(name, Resolver.Type.A)).isEqualTo(answer);
    }
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void secondQuestion_isAnsweredFromMemory() {
    ask("a.example", "A.Example");

    assertThat(asked).containsExactly("a.example A");
  }

  @Test
  void otherType_isAnotherQuestion() {
    ask("a.example");
    cache.ask("a.example", Resolver.Type.TXT);

    assertThat(asked).containsExactly("a.example A", "a.example TXT");
  }

  @Test
  void answer_isForgottenAfterItsTime() {
    for (Answer kind :
        List.of(
            new Answer.Records(List.of("192.0.2.5")),
            new Answer.NoData(),
            new Answer.NoSuchName(),
            new Answer.Trouble("Silence."))) {
      answer = kind;
      asked.clear();
      String name = kind.getClass().getSimpleName();
      int seconds = (int) SETTINGS.keeps(kind).toSeconds();
      ask(name);
      pass(seconds - 1);
      ask(name);
      assertThat(asked).hasSize(1);
      pass(1);
      ask(name);
      assertThat(asked).hasSize(2);
    }
  }

  @Test
  void answerUnusedForLongest_makesRoom() {
    ask("a.example", "b.example", "a.example", "c.example", "a.example", "b.example");

    assertThat(asked).containsExactly("a.example A", "b.example A", "c.example A", "b.example A");
  }

  @Test
  void hugeAnswer_isNotKept() {
    answer = new Answer.Records(List.of("x".repeat(101)));
    ask("a.example", "a.example");

    assertThat(asked).hasSize(2);
  }

  @Test
  void deadlineThatIsOver_asksNoMore() {
    var bounded = new DeadlineResolver(cache, Deadline.in(Duration.ofSeconds(1), () -> now));

    assertThat(bounded.ask("a.example", Resolver.Type.A)).isEqualTo(answer);
    pass(1);
    assertThat(bounded.ask("b.example", Resolver.Type.A)).isInstanceOf(Answer.Trouble.class);
    assertThat(asked).containsExactly("a.example A");
  }
}
