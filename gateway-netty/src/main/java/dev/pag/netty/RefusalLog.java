package dev.pag.netty;

import java.net.SocketAddress;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each refused push, but at most ten a second; the rest are counted in a line.
 *
 * <p>Threads: any. Of the request only method, path, and what the refusal quotes get into a line,
 * escaped and cut: no query, no header field, so no credentials.
 */
final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final int MAX_LINES_PER_SECOND = 10;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int MAX_PATH_CHARS = 200;

  private final LongSupplier nanoTime;
  private final Consumer<String> lineSink;
  private long windowStartNanos;
  private int lines;
  private long suppressed;

  RefusalLog(LongSupplier nanoTime) {
    this(nanoTime, LOG::warn);
  }

  RefusalLog(LongSupplier nanoTime, Consumer<String> lineSink) {
    this.nanoTime = nanoTime;
    this.lineSink = lineSink;
    this.windowStartNanos = nanoTime.getAsLong();
  }

  void refused(@Nullable SocketAddress client, Exchange exchange, Refusal refusal) {
    reportSuppressed();
    if (admit()) {
      lineSink.accept(line(client, exchange, refusal));
    }
  }

  private static String line(@Nullable SocketAddress client, Exchange exchange, Refusal refusal) {
    String reason = refusal.reason() == null ? "internal" : refusal.reason().label();
    return "push refused: "
        + refusal.answer().status()
        + " "
        + reason
        + ", "
        + Exchange.methodLabel(exchange.method())
        + " "
        + Excerpt.of(exchange.path(), MAX_PATH_CHARS)
        + " from "
        + client
        + ": "
        + refusal.message();
  }

  private synchronized boolean admit() {
    if (lines < MAX_LINES_PER_SECOND) {
      lines++;
      return true;
    }
    suppressed++;
    return false;
  }

  /** Begins a new second if the last is over and tells what was left out in it. */
  void reportSuppressed() {
    long count = rollWindow();
    if (count > 0) {
      lineSink.accept("push refused: " + count + " more in the last second, not logged");
    }
  }

  private synchronized long rollWindow() {
    long now = nanoTime.getAsLong();
    if (now - windowStartNanos < SECOND_NANOS) {
      return 0;
    }
    windowStartNanos = now;
    lines = 0;
    long count = suppressed;
    suppressed = 0;
    return count;
  }
}
