package dev.pag.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between Prometheus and the gateway, decides which content coding is asked for (Prometheus
 * 2.42 cannot be told) and remembers which one came.
 */
final class ScrapeProxy implements AutoCloseable {
  private final URI target;
  private final String acceptEncoding;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> contentCodings = ConcurrentHashMap.newKeySet();

  ScrapeProxy(URI target, String acceptEncoding) throws IOException {
    this.target = target;
    this.acceptEncoding = acceptEncoding;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::forward);
    server.start();
  }

  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The codings of all answers so far; {@code identity} where none was named. */
  Set<String> contentCodings() {
    return contentCodings;
  }

  private void forward(HttpExchange exchange) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .header("Accept", exchange.getRequestHeaders().getFirst("Accept"))
            .header("Accept-Encoding", acceptEncoding)
            .build();
    try (exchange) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      contentCodings.add(answer.headers().firstValue("Content-Encoding").orElse("identity"));
      for (String name : Set.of("Content-Type", "Content-Encoding")) {
        answer
            .headers()
            .firstValue(name)
            .ifPresent(v -> exchange.getResponseHeaders().set(name, v));
      }
      // 0 would mean chunked, -1 means empty.
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
