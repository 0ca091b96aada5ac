package org.ringfence.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.ringfence.report.Json;
import tools.jackson.databind.JsonNode;

/** Ringfence as its API shows it, asked like any program would. */
public final class DemoApi implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String EVERYTHING =
      "standing=quarantined,held,waiting,sending,sent,refused,deleted&limit=500";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST).build();
  private final Json json = new Json();
  private final URI base;
  private final String token;

  /**
   * @param base where the HTTP door is
   * @param token with the scopes read and quarantine
   */
  public DemoApi(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** All cases. */
  List<JsonNode> cases() throws IOException, InterruptedException {
    return List.copyOf(get("/api/v1/cases?limit=500").path("cases").values());
  }

  /** The title of the hallmark that weighs most in a case; empty where there is none. */
  String foremost(String id) throws IOException, InterruptedException {
    return get("/api/v1/cases/" + id).at("/findings/hallmarks/0/title").asString("");
  }

  /** All that is or was kept, a recipient each. */
  List<JsonNode> kept() throws IOException, InterruptedException {
    return List.copyOf(get("/api/v1/quarantine?" + EVERYTHING).path("mails").values());
  }

  /** Lets a mail go. */
  void release(String id) throws IOException, InterruptedException {
    ask(
        request("/api/v1/quarantine/" + id + "/release")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return ask(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + token)
        .timeout(LONGEST);
  }

  private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return json.parse(answer.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
