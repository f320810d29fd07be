package dev.pag;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bodies, and pushes and scrapes of a gateway as one call each. */
final class TestPush {
  private TestPush() {}

  /** Counters of the same value, each declared; their names are numbered from 0. */
  static byte[] counters(String prefix, int count, String value) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String name = prefix + i;
      body.append("# TYPE ").append(name).append(" counter\n");
      body.append(name).append(' ').append(value).append('\n');
    }
    return body.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static void push(Gateway gateway, byte[] body) {
    PushSession session = gateway.openPush(PathLabels.NONE);
    try {
      session.feed(body, 0, body.length);
      session.finish();
    } catch (PushRefusedException e) {
      throw new IllegalStateException("bug: refused a right push", e);
    }
  }

  /** Pushes, but the sender vanishes after the last byte. */
  static void abort(Gateway gateway, byte[] body) {
    PushSession session = gateway.openPush(PathLabels.NONE);
    try {
      session.feed(body, 0, body.length);
      session.abort(RefusalReason.INCOMPLETE);
    } catch (PushRefusedException e) {
      throw new IllegalStateException("bug: refused a right push", e);
    }
  }

  static String page(Gateway gateway) {
    Page page = gateway.scrape().join();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int piece = 0; piece < page.pieceCount(); piece++) {
      text.writeBytes(page.piece(piece));
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The values of a page of {@code count} series; all 0 if it is empty. */
  static double[] values(String page, int count) {
    double[] values = new double[count];
    int series = 0;
    for (String line : page.split("\n", -1)) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        values[series++] = Double.parseDouble(line.substring(line.indexOf(' ') + 1));
      }
    }
    return values;
  }
}
