package dev.pag;

import dev.pag.model.RefusalReason;

/**
 * What the engine tells about itself; the edge exports it.
 *
 * <p>The arithmetic an operator can check: over any quiet moment, samples received = samples
 * applied + samples skipped + samples refused, and pushes received = pushes applied + pushes
 * refused. Every push that was opened ends in exactly one of {@link #pushApplied} and {@link
 * #pushRefused}.
 *
 * <p>Threads: any; implementations must not block.
 */
public interface GatewayMetrics {
  GatewayMetrics NONE = new GatewayMetrics() {};

  /**
   * A push was committed.
   *
   * @param samples read from the body, all of them applied but the skipped ones
   * @param skipped NaN samples of counters, which carry no increment
   */
  default void pushApplied(long samples, long skipped) {}

  /**
   * A push was refused or its sender vanished; nothing of it was applied.
   *
   * @param samples read from the body before it was refused
   */
  default void pushRefused(RefusalReason reason, long samples) {}

  /** A page was rendered, and coded if asked for so; times in nanoseconds, bytes before gzip. */
  default void pageRendered(long snapshotNanos, long renderNanos, long bytes) {}

  /**
   * What the page was put together from.
   *
   * @param rendered pieces that were rendered for it
   * @param reused pieces of the page before, in which nothing had changed
   */
  default void piecesRendered(long rendered, long reused) {}
}
