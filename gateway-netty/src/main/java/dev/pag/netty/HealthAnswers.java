package dev.pag.netty;

import java.util.List;

/** The JSON of the health endpoints: the original's four keys in its order. */
final class HealthAnswers {
  private static final String JSON = "application/json";
  private static final String NAME = "prom-aggregation-gateway";

  private final String body;

  HealthAnswers(String version, String commit) {
    this.body =
        "{\"name\":\""
            + NAME
            + "\",\"alive\":true,\"version\":\""
            + escape(version)
            + "\",\"commitSHA\":\""
            + escape(commit)
            + "\"}";
  }

  /** Alive even when not ready: that we answer shows it. */
  Answer answer(boolean ready) {
    return new Answer(ready ? 200 : 503, JSON, body, List.of());
  }

  /** RFC 8259, section 7. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append(String.format("\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
