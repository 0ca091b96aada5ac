package org.ringfence.connector.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ringfence.alert.Alert;
import org.ringfence.alert.Alerts;
import org.ringfence.report.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts each alert as one JSON object. It tries three times within some seconds; what could not be
 * posted then is an error in the log, and stands in the audit log all the same.
 */
public final class AlertWebhook implements Alerts, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWebhook.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 3;
  private static final int MOST = 100;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(MOST);
  private final Json json = new Json();

  /** The alert as it is posted. */
  record Posted(
      String source,
      String kind,
      boolean urgent,
      String at,
      String subject,
      String text,
      String about,
      String recipient) {
    static Posted of(Alert alert) {
      return new Posted(
          "ringfence",
          alert.kind(),
          alert.urgent(),
          alert.at().toString(),
          alert.subject(),
          alert.text(),
          alert.about(),
          alert.recipient());
    }
  }

  /**
   * @param address where to post; it may hold a secret, so it is never logged
   */
  public AlertWebhook(URI address) {
    this.address = address;
  }

  @Override
  public void send(Alert alert) {
    if (!places.tryAcquire()) {
      LOG.error("Too many alerts wait for the webhook: one about {} is left out.", alert.about());
      return;
    }
    try {
      threads.execute(() -> post(alert));
    } catch (RejectedExecutionException closed) {
      places.release();
      LOG.error("Ringfence is being stopped: an alert about {} is left out.", alert.about());
    }
  }

  private void post(Alert alert) {
    try {
      for (int i = 1; i <= TRIES; i++) {
        if (posted(alert, i)) {
          return;
        }
        Thread.sleep(Duration.ofSeconds(i));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private boolean posted(Alert alert, int time) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.line(Posted.of(alert))))
            .build();
    String problem;
    try {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      if (answer.statusCode() / 100 == 2) {
        return true;
      }
      problem = "status " + answer.statusCode();
    } catch (IOException failure) {
      problem = failure.getClass().getSimpleName();
    }
    LOG.error(
        "The webhook of alerts did not take one about {}, try {}: {}",
        alert.about(),
        time,
        problem);
    return false;
  }

  /** Waits a moment for what is under way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
