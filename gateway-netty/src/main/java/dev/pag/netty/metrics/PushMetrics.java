package dev.pag.netty.metrics;

import dev.pag.model.RefusalReason;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Objects;

/**
 * Pushes and samples by what became of them; see {@link OwnMetrics} for the sums that hold.
 *
 * <p>Every refusal reason is present from the start with 0, so that {@code rate()} sees the first
 * refusal too.
 */
final class PushMetrics {
  private final Counter pushesReceived;
  private final Counter pushesApplied;
  private final EnumMap<RefusalReason, CounterDataPoint> pushesRefused; // has every reason
  private final Counter samplesReceived;
  private final Counter samplesApplied;
  private final Counter samplesSkipped;
  private final EnumMap<RefusalReason, CounterDataPoint> samplesRefused; // has every reason

  PushMetrics(PrometheusRegistry registry) {
    pushesReceived =
        counter(registry, "pushes_received", "Pushes received, whatever came of them.");
    pushesApplied = counter(registry, "pushes_applied", "Pushes applied.");
    pushesRefused =
        counterByReason(registry, "pushes_refused", "Pushes refused; nothing of them was applied.");
    samplesReceived =
        counter(registry, "samples_received", "Samples read from the bodies of all pushes.");
    samplesApplied = counter(registry, "samples_applied", "Samples applied.");
    samplesSkipped =
        counter(registry, "samples_skipped", "NaN samples of counters in applied pushes; no-ops.");
    samplesRefused =
        counterByReason(registry, "samples_refused", "Samples read from pushes that were refused.");
  }

  void applied(long samples, long skipped) {
    pushesReceived.inc(1L);
    pushesApplied.inc(1L);
    samplesReceived.inc(samples);
    samplesApplied.inc(samples - skipped);
    samplesSkipped.inc(skipped);
  }

  void refused(RefusalReason reason, long samples) {
    pushesReceived.inc(1L);
    Objects.requireNonNull(pushesRefused.get(reason)).inc(1L);
    samplesReceived.inc(samples);
    Objects.requireNonNull(samplesRefused.get(reason)).inc(samples);
  }

  private static Counter counter(PrometheusRegistry registry, String name, String help) {
    return Counter.builder()
        .name(OwnMetrics.PREFIX + name)
        .help(help)
        .withoutExemplars()
        .register(registry);
  }

  private static EnumMap<RefusalReason, CounterDataPoint> counterByReason(
      PrometheusRegistry registry, String name, String help) {
    Counter counter =
        Counter.builder()
            .name(OwnMetrics.PREFIX + name)
            .help(help)
            .labelNames("reason")
            .withoutExemplars()
            .register(registry);
    EnumMap<RefusalReason, CounterDataPoint> byReason = new EnumMap<>(RefusalReason.class);
    for (RefusalReason reason : RefusalReason.values()) {
      byReason.put(reason, counter.labelValues(reason.label()));
    }
    return byReason;
  }
}
