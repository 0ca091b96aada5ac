package org.ringfence.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Counts, and writes what was counted as Prometheus reads it. */
public final class PrometheusMeters implements Meters, AutoCloseable {
  /** Text mail takes milliseconds; a picture to be read, or a slow DNS, seconds. */
  private static final Duration[] STEPS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private static final int MOST_REASONS = 50;
  private static final int MOST_RULES = 500;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Words reasons = new Words(MOST_REASONS);
  private final Words ruleNames = new Words(MOST_RULES);
  private volatile Supplier<Map<String, Long>> countKept = Map::of;
  private volatile Map<String, Long> kept = Map.of();

  /** Metrics of this process, which nobody has reported anything to yet. */
  public PrometheusMeters(BuildInfo build) {
    Gauge.builder("ringfence.build", () -> 1)
        .description("Which Ringfence and which Java this is; always 1.")
        .tags("version", build.version(), "java", build.java())
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** All metrics in Prometheus' text format, version 0.0.4. The store is asked once. */
  public String page() {
    try {
      kept = countKept.get();
    } catch (RuntimeException gone) {
      // The page matters most while the store is down; what was counted last stays on it.
      storeFailed("count");
    }
    return registry.scrape();
  }

  /** Stops listening to the garbage collector. */
  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  @Override
  public void mail(String door, String verdict, List<String> did, Duration time) {
    for (String one : did) {
      count("ringfence.mails", "door", door, "verdict", verdict, "did", one);
    }
    Timer.builder("ringfence.judging")
        .description("From the hand-over of a message to the answer for it.")
        .tags("door", door)
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(time);
  }

  @Override
  public void notJudged(String reason) {
    count("ringfence.not.judged", "reason", reasons.bounded(reason));
  }

  @Override
  public void rules(List<String> rules) {
    rules.forEach(rule -> count("ringfence.rules", "rule", ruleNames.bounded(rule)));
  }

  @Override
  public void storeFailed(String what) {
    count("ringfence.store.failures", "asked", what);
  }

  @Override
  public void dispatched(String result) {
    count("ringfence.dispatches", "result", result);
  }

  @Override
  public void dnsQuestion() {
    count("ringfence.dns.questions");
  }

  @Override
  public void dnsSent() {
    count("ringfence.dns.sent");
  }

  @Override
  public void connected(String door) {
    count("ringfence.connections.accepted", "door", door);
  }

  @Override
  public void answered(String door, String route, int status) {
    count("ringfence.requests", "door", door, "route", route, "status", String.valueOf(status));
  }

  @Override
  public void connections(String door, IntSupplier open) {
    gauge("ringfence.connections", open::getAsInt, "door", door);
  }

  @Override
  public void queue(String name, IntSupplier length) {
    gauge("ringfence.queue", length::getAsInt, "queue", name);
  }

  @Override
  public void kept(Supplier<Map<String, Long>> byStanding) {
    countKept = byStanding;
    for (String standing : List.of("quarantined", "held", "waiting", "sending", "refused")) {
      gauge("ringfence.kept", () -> kept.getOrDefault(standing, 0L), "standing", standing);
    }
  }

  private void count(String name, String... tags) {
    Counter.builder(name).tags(tags).register(registry).increment();
  }

  private void gauge(String name, Supplier<Number> value, String... tags) {
    MeterRegistry into = registry;
    Gauge.builder(name, value).tags(Tags.of(tags)).strongReference(true).register(into);
  }
}
