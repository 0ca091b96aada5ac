package org.ringfence.door.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.door.http.token.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that count, having them read again, and the description of all of this. */
final class HouseRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(HouseRoutes.class);
  private static final String DESCRIPTION = "openapi.yaml";

  private final HttpParts parts;

  /** All rules, in their order. */
  record Rules(List<RuleState> rules) {}

  /** The configuration was read again and counts. */
  record Reloaded(boolean reloaded) {}

  HouseRoutes(HttpParts parts) {
    this.parts = parts;
  }

  @Override
  public List<Route> all() {
    return List.of(
        Route.get("/api/v1/rules", new Access.Scoped(Scope.READ), this::rules),
        Route.post("/api/v1/reload", new Access.Scoped(Scope.ADMIN), this::reload),
        Route.get(
            "/api/v1/" + DESCRIPTION,
            new Access.Open(),
            _ -> Reply.text("application/yaml", description())));
  }

  private Reply rules(Request request) {
    return Reply.json(200, new Rules(parts.house().rules().get()));
  }

  private Reply reload(Request request) {
    List<String> problems = parts.house().reload().reload();
    remember(request.who(), problems.isEmpty());
    if (!problems.isEmpty()) {
      throw Problem.notReloaded(String.join(" ", problems));
    }
    return Reply.json(200, new Reloaded(true));
  }

  /** A store that cannot be had must not keep anybody from mending the configuration. */
  private void remember(String who, boolean done) {
    try {
      parts
          .care()
          .audit()
          .record(
              new AuditLog.Entry(
                  parts.clock().instant(),
                  who,
                  "reload",
                  "configuration",
                  done ? "It counts." : "It could not be used; what counted before still counts."));
    } catch (CustodyFailure failure) {
      LOG.error("A reload by {} is not in the audit log: {}", who, failure.getMessage());
    }
  }

  /** The description as it stands in the documents. */
  static String description() {
    try (InputStream in =
        Objects.requireNonNull(HouseRoutes.class.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          DESCRIPTION + " cannot be read from the program's own jar", failure);
    }
  }
}
