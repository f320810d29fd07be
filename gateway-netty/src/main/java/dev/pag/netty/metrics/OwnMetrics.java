package dev.pag.netty.metrics;

import dev.pag.GatewayMetrics;
import dev.pag.GatewayStats;
import dev.pag.model.RefusalReason;
import dev.pag.netty.LifecyclePages;
import dev.pag.netty.RequestMetrics;
import dev.pag.netty.Route;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the gateway tells about itself: the original's metrics under their exact names, the flow of
 * pushes and samples, the size of the store, and the JVM.
 *
 * <p>Relations to check and to alert on: {@code pushes_received_total} = {@code
 * pushes_applied_total} + all {@code pushes_refused_total}; {@code samples_received_total} = {@code
 * samples_applied_total} + {@code samples_skipped_total} + all {@code samples_refused_total}. Each
 * push is counted once, at its end, so the sums hold whenever no push is just being counted.
 *
 * <p>Threads: any. Cost: a push or request adds to counters found by index, without a lock and
 * without allocation; a page reads the JVM's beans and {@code /proc} and takes milliseconds, so it
 * does not belong on a busy event loop.
 */
public final class OwnMetrics implements GatewayMetrics, RequestMetrics, LifecyclePages {
  /** Most values of a label whose values clients choose; the rest is counted as {@link #OTHER}. */
  static final int MAX_CLIENT_VALUES = 1_000;

  static final String OTHER = "other";
  static final String PREFIX = "prom_agg_gateway_";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final StoreMetrics store = new StoreMetrics();
  private final PushJobMetrics pushJobs = new PushJobMetrics();
  private final PushMetrics pushes = new PushMetrics(registry);
  private final RenderMetrics renders = new RenderMetrics(registry);
  private final HttpMetrics http = new HttpMetrics(registry);
  private final OwnMetricsPage page = new OwnMetricsPage(Set.of(PushJobMetrics.NAME));
  private boolean jvmRegistered; // guarded by this

  public OwnMetrics(String version, String commit) {
    registry.register(store);
    registry.register(pushJobs);
    Info.builder()
        .name(PREFIX + "build_info")
        .help("Version and commit this gateway was built from.")
        .labelNames("version", "commit")
        .register(registry)
        .addLabelValues(version, commit);
  }

  /**
   * Where the sizes of the store are read from, once a page. Without it the store looks empty: the
   * engine wants its metrics before it exists itself.
   */
  public void readStoreFrom(Supplier<GatewayStats> stats) {
    store.readFrom(stats);
  }

  @Override
  public void pushApplied(long samples, long skipped) {
    pushes.applied(samples, skipped);
  }

  @Override
  public void pushRefused(RefusalReason reason, long samples) {
    pushes.refused(reason, samples);
  }

  @Override
  public void pageRendered(long snapshotNanos, long renderNanos, long bytes) {
    renders.rendered(snapshotNanos, renderNanos, bytes);
  }

  @Override
  public void piecesRendered(long rendered, long reused) {
    renders.pieces(rendered, reused);
  }

  @Override
  public void started(Route handler) {
    http.started(handler);
  }

  @Override
  public void finished(
      Route handler, String method, int status, long durationNanos, long responseBytes) {
    http.finished(handler, method, status, durationNanos, responseBytes);
  }

  @Override
  public void pushJob(String job) {
    pushJobs.count(job);
  }

  @Override
  public void refusedAtEdge(RefusalReason reason) {
    pushes.refused(reason, 0);
  }

  @Override
  public byte[] ownMetrics() {
    registerJvm();
    return page.write(registry.scrape());
  }

  /** With the first page, as the JVM's beans are slow to start and no push waits for them so. */
  private synchronized void registerJvm() {
    if (!jvmRegistered) {
      JvmMetrics.builder().register(registry);
      jvmRegistered = true;
    }
  }

  @Override
  public String ownMetricsContentType() {
    return OwnMetricsPage.CONTENT_TYPE;
  }
}
