package dev.pag.netty;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One answer as it came over the wire. */
final class RawAnswer {
  private final int status;
  private final List<String> headers;
  private final byte[] body;

  private RawAnswer(int status, List<String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static RawAnswer of(String statusLine, List<String> headers, byte[] body) {
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new IllegalArgumentException("no HTTP/1.1 answer: " + statusLine);
    }
    return new RawAnswer(Integer.parseInt(statusLine.substring(9, 12)), headers, body);
  }

  int status() {
    return status;
  }

  boolean bodiless() {
    return status < 200 || status == 204 || status == 304;
  }

  /** The values of all fields of that name, joined by commas; "absent" if there is none. */
  String header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ": ";
    List<String> values =
        headers.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
            .map(line -> line.substring(prefix.length()))
            .toList();
    return values.isEmpty() ? "absent" : String.join(", ", values);
  }

  byte[] bytes() {
    return body;
  }

  String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + body();
  }
}
