package dev.pag.netty;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long nothing has happened on a connection, looked at by a timer. Restarting it is one store:
 * the timer keeps its period. Threads: the connection's event loop.
 */
final class Deadline {
  private final EventExecutor eventLoop;
  private final ScheduledFuture<?> timer;
  private long sinceNanos;

  /**
   * @param check called every {@code periodNanos} until {@link #cancel}
   */
  Deadline(EventExecutor eventLoop, long periodNanos, Runnable check) {
    this.eventLoop = eventLoop;
    this.sinceNanos = eventLoop.ticker().nanoTime();
    this.timer =
        eventLoop.scheduleWithFixedDelay(check, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
  }

  /** Something happened now. */
  void restart() {
    sinceNanos = nowNanos();
  }

  boolean passed(Duration timeout) {
    return nowNanos() - sinceNanos >= timeout.toNanos();
  }

  void cancel() {
    timer.cancel(false);
  }

  /** The event loop's clock, which tests can turn. */
  long nowNanos() {
    return eventLoop.ticker().nanoTime();
  }
}
