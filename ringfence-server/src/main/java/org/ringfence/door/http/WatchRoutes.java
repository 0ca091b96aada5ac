package org.ringfence.door.http;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.ringfence.door.http.token.Scope;

/** For those who watch whether Ringfence works. */
final class WatchRoutes implements Routes {
  /** Prometheus, Exposition Formats: the text format. */
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpParts parts;
  private final BooleanSupplier closing;

  /** The process lives. */
  record Health(String status) {}

  /** Whether mail can be served, and which part is why not. */
  record Readiness(boolean ready, List<State> parts) {}

  /** How a part of the house is. */
  record State(String name, boolean ready, String problem) {}

  /**
   * @param closing whether the process is being stopped
   */
  WatchRoutes(HttpParts parts, BooleanSupplier closing) {
    this.parts = parts;
    this.closing = closing;
  }

  @Override
  public List<Route> all() {
    Access watch = new Access.LocalOr(Scope.METRICS);
    return List.of(
        Route.get("/health", new Access.Open(), _ -> Reply.json(200, new Health("alive"))),
        Route.get("/ready", watch, this::ready),
        Route.get("/metrics", watch, _ -> Reply.text(METRICS_TYPE, parts.watch().page().get())));
  }

  private Reply ready(Request request) {
    List<State> states =
        parts.house().readiness().get().stream()
            .map(part -> new State(part.name(), part.isReady(), part.problem()))
            .toList();
    boolean ready = !closing.getAsBoolean() && states.stream().allMatch(State::ready);
    return Reply.json(ready ? 200 : 503, new Readiness(ready, states));
  }
}
