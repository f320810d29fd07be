package dev.pag.netty;

/** The pages of the lifecycle listener that others write. Threads: any. */
public interface LifecyclePages {
  /**
   * The gateway's own metrics, computed anew; the caller does not write to the array. Called on a
   * thread of its own, so it may take its time.
   */
  byte[] ownMetrics();

  /** The Content-Type of {@link #ownMetrics}; called on an event loop, so it must not block. */
  String ownMetricsContentType();
}
