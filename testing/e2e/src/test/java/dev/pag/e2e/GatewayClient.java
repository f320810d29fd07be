package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Pushes and scrapes through the JDK's HTTP client, over kept connections. */
final class GatewayClient {
  /** Turns a gateway that never answers into a failure instead of a build that never ends. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  private final GatewayProcess gateway;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GatewayClient(GatewayProcess gateway) {
    this.gateway = gateway;
  }

  /**
   * Pushes and gives the answer, whatever it is.
   *
   * @param path from {@code /metrics} on
   */
  HttpResponse<String> tryPush(String path, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.apiUri(path))
            .timeout(ANSWER_TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Pushes what must be accepted. */
  void push(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = tryPush(path, body.getBytes(UTF_8));
    if (answer.statusCode() != 202) {
      throw new AssertionError("push answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  ScrapePage scrape() throws IOException, InterruptedException {
    return new ScrapePage(get(gateway.apiUri("/metrics"), BodyHandlers.ofString()));
  }

  /** A scrape to be read piece by piece; the caller closes it. */
  InputStream scrapeStream() throws IOException, InterruptedException {
    return get(gateway.apiUri("/metrics"), BodyHandlers.ofInputStream());
  }

  /** The gateway's own metrics. */
  ScrapePage ownMetrics() throws IOException, InterruptedException {
    return new ScrapePage(get(gateway.lifecycleUri("/metrics"), BodyHandlers.ofString()));
  }

  /** The status of the readiness check. */
  int readiness() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.lifecycleUri("/ready")).timeout(ANSWER_TIMEOUT).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private <T> T get(URI uri, BodyHandler<T> bodyHandler) throws IOException, InterruptedException {
    HttpResponse<T> answer =
        http.send(HttpRequest.newBuilder(uri).timeout(ANSWER_TIMEOUT).build(), bodyHandler);
    if (answer.statusCode() != 200) {
      throw new AssertionError(uri + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}
