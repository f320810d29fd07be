package dev.pag.netty.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** How long snapshots and pages take, and how much is rendered. */
final class RenderMetrics {
  /** From a cut of an empty store to a render of millions of series. */
  private static final double[] SECONDS = {
    .0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10
  };

  private final Histogram snapshotSeconds;
  private final Histogram renderSeconds;
  private final Counter renderedBytes;
  private final Counter renderedPieces;
  private final Counter reusedPieces;

  RenderMetrics(PrometheusRegistry registry) {
    snapshotSeconds =
        histogram(
            registry, "snapshot_seconds", "Time to copy the state for a page, pushes going on.");
    renderSeconds =
        histogram(registry, "render_seconds", "Time to turn a snapshot into the bytes of a page.");
    renderedBytes =
        counter(
            registry,
            "rendered_bytes",
            "Bytes of all rendered pages, before gzip; a shared page counts once.");
    renderedPieces =
        counter(registry, "rendered_pieces", "Pieces of pages that were rendered for them.");
    reusedPieces =
        counter(
            registry,
            "reused_pieces",
            "Pieces of gzip pages taken from the page before, as nothing in them had changed.");
  }

  void rendered(long snapshotNanos, long renderNanos, long bytes) {
    snapshotSeconds.observe(snapshotNanos / 1e9);
    renderSeconds.observe(renderNanos / 1e9);
    renderedBytes.inc(bytes);
  }

  void pieces(long rendered, long reused) {
    renderedPieces.inc(rendered);
    reusedPieces.inc(reused);
  }

  private static Counter counter(PrometheusRegistry registry, String name, String help) {
    return Counter.builder()
        .name(OwnMetrics.PREFIX + name)
        .help(help)
        .withoutExemplars()
        .register(registry);
  }

  private static Histogram histogram(PrometheusRegistry registry, String name, String help) {
    return Histogram.builder()
        .name(OwnMetrics.PREFIX + name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(SECONDS)
        .withoutExemplars()
        .register(registry);
  }
}
