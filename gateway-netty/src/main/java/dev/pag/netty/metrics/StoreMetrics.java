package dev.pag.netty.metrics;

import dev.pag.GatewayStats;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.function.Supplier;

/** The sizes of the store; one look at the engine's statistics serves all of them. */
final class StoreMetrics implements MultiCollector {
  private static final GatewayStats EMPTY = new GatewayStats(0, 0, 0, Map.of(), Map.of());

  private final CappedFamilies families = new CappedFamilies(OwnMetrics.MAX_CLIENT_VALUES);
  private volatile Supplier<GatewayStats> source = () -> EMPTY;

  void readFrom(Supplier<GatewayStats> stats) {
    source = stats;
  }

  @Override
  public MetricSnapshots collect() {
    GatewayStats stats = source.get();
    return MetricSnapshots.of(
        total("total_families", "Stored metric families.", stats.families()),
        total("series", "Stored series of all families.", stats.series()),
        total("staging_bytes", "Memory held by pushes in work.", stats.stagingBytes()),
        byType(stats),
        byFamily(stats));
  }

  private static MetricSnapshot total(String name, String help, long value) {
    return gauge(name, help).dataPoint(point(Labels.EMPTY, value)).build();
  }

  /** The types are in capitals as the original has them, from the names of protobuf's enum. */
  private static MetricSnapshot byType(GatewayStats stats) {
    GaugeSnapshot.Builder gauge = gauge("metrics_by_type", "Stored metric families, by type.");
    stats
        .familiesByType()
        .forEach(
            (type, count) -> gauge.dataPoint(point(Labels.of("metric_type", type.name()), count)));
    return gauge.build();
  }

  private MetricSnapshot byFamily(GatewayStats stats) {
    GaugeSnapshot.Builder gauge = gauge("metrics_by_family", "Stored series, by metric family.");
    families
        .fold(stats.seriesByFamily())
        .forEach((family, series) -> gauge.dataPoint(point(Labels.of("family", family), series)));
    return gauge.build();
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    return GaugeSnapshot.builder().name(OwnMetrics.PREFIX + name).help(help);
  }

  private static GaugeDataPointSnapshot point(Labels labels, long value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value((double) value).build();
  }
}
