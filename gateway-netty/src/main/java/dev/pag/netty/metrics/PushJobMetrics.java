package dev.pag.netty.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Pushes by the {@code job} of their path, empty if it has none, as the original counts them.
 *
 * <p>Clients choose the job, so the first {@link OwnMetrics#MAX_CLIENT_VALUES} jobs of usual length
 * have a series of their own and keep it; all others share one.
 */
final class PushJobMetrics implements Collector {
  static final String NAME = OwnMetrics.PREFIX + "metric_pushes";

  /** Longer jobs are not worth a label: a thousand of them would make every page heavy. */
  static final int MAX_JOB_LENGTH = 256;

  private final ConcurrentHashMap<String, LongAdder> byJob = new ConcurrentHashMap<>();
  private final LongAdder other = new LongAdder();
  private volatile boolean full;

  void count(String job) {
    LongAdder known = byJob.get(job);
    (known != null ? known : admit(job)).increment();
  }

  private LongAdder admit(String job) {
    boolean fold = full || job.length() > MAX_JOB_LENGTH || job.equals(OwnMetrics.OTHER);
    return fold ? other : admitUnlessFull(job);
  }

  private synchronized LongAdder admitUnlessFull(String job) {
    LongAdder known = byJob.get(job);
    if (known != null) {
      return known;
    }
    if (full) {
      return other;
    }
    LongAdder added = new LongAdder();
    byJob.put(job, added);
    full = byJob.size() == OwnMetrics.MAX_CLIENT_VALUES;
    return added;
  }

  @Override
  public MetricSnapshot collect() {
    CounterSnapshot.Builder snapshot =
        CounterSnapshot.builder().name(NAME).help("Pushes applied, by the job of their path.");
    byJob.forEach((job, pushes) -> snapshot.dataPoint(point(job, pushes.sum())));
    long others = other.sum();
    if (others > 0) {
      snapshot.dataPoint(point(OwnMetrics.OTHER, others));
    }
    return snapshot.build();
  }

  private static CounterDataPointSnapshot point(String job, long pushes) {
    return CounterDataPointSnapshot.builder()
        .labels(Labels.of("push_job", job))
        .value((double) pushes)
        .build();
  }
}
