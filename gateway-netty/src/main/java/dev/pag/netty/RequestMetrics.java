package dev.pag.netty;

import dev.pag.model.RefusalReason;

/**
 * What the edge tells about requests.
 *
 * <p>Every {@link #started} is followed by exactly one {@link #finished} of the same route,
 * whatever becomes of the connection. A push is refused either here, by {@link #refusedAtEdge},
 * before the engine knew of it, or by the engine's own metrics; never by both. So pushes received =
 * pushes applied + refused by the engine + refused at the edge.
 *
 * <p>Threads: the event loops; implementations must not block.
 */
public interface RequestMetrics {
  RequestMetrics NONE =
      new RequestMetrics() {
        @Override
        public void started(Route handler) {}

        @Override
        public void finished(
            Route handler, String method, int status, long durationNanos, long responseBytes) {}

        @Override
        public void pushJob(String job) {}

        @Override
        public void refusedAtEdge(RefusalReason reason) {}
      };

  /** The head of a request was read. */
  void started(Route handler);

  /**
   * The request was answered, or its client went away.
   *
   * @param method one of the registered HTTP methods, or {@code other}
   * @param status of the answer; 499 if the client went away before there was one
   * @param responseBytes of the body, as far as it was handed to the connection
   */
  void finished(Route handler, String method, int status, long durationNanos, long responseBytes);

  /**
   * A push was applied.
   *
   * @param job the path label {@code job}, empty if there is none; chosen by the client
   */
  void pushJob(String job);

  /** A push was refused before a session was opened for it. */
  void refusedAtEdge(RefusalReason reason);
}
