package dev.pag.netty;

/** The pages of the lifecycle listener that others write; called on a thread that may block. */
public interface LifecyclePages {
  /** The gateway's own metrics, computed anew; not kept and not changed by the caller. */
  byte[] ownMetrics();

  /** The Content-Type of {@link #ownMetrics}. */
  String ownMetricsContentType();
}
