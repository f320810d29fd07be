package dev.pag.netty.metrics;

import dev.pag.ascii.DecimalWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes snapshots of the client library as text 0.0.4, the way the Go client does.
 *
 * <p>The library's own writer would change two things that dashboards of the original stand on: it
 * puts {@code _total} behind every counter, and it writes bucket bounds as Java prints doubles
 * ({@code le="1.0"}, {@code le="1.0E9"}), which are other series than Go's {@code le="1"} and
 * {@code le="1e+09"}.
 *
 * <p>Covers the types this package and the JVM instrumentation use; native histograms, state sets
 * and quantiles are none of them.
 */
final class OwnMetricsPage {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Set<String> countersWithoutTotal;

  /**
   * @param countersWithoutTotal names of counters that are shown without {@code _total}
   */
  OwnMetricsPage(Set<String> countersWithoutTotal) {
    this.countersWithoutTotal = countersWithoutTotal;
  }

  byte[] write(MetricSnapshots snapshots) {
    StringBuilder page = new StringBuilder(16 * 1024);
    for (MetricSnapshot snapshot : snapshots) {
      if (!snapshot.getDataPoints().isEmpty()) {
        append(page, snapshot);
      }
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(StringBuilder page, MetricSnapshot snapshot) {
    if (snapshot instanceof CounterSnapshot counter) {
      appendCounter(page, counter);
    } else if (snapshot instanceof GaugeSnapshot gauge) {
      appendGauge(page, gauge);
    } else if (snapshot instanceof HistogramSnapshot histogram) {
      appendHistogram(page, histogram);
    } else if (snapshot instanceof SummarySnapshot summary) {
      appendSummary(page, summary);
    } else if (snapshot instanceof InfoSnapshot info) {
      appendInfo(page, info);
    } else {
      throw new IllegalStateException("bug: no way to write " + snapshot.getClass().getName());
    }
  }

  private void appendCounter(StringBuilder page, CounterSnapshot counter) {
    String base = counter.getMetadata().getPrometheusName();
    String name = countersWithoutTotal.contains(base) ? base : base + "_total";
    appendMetadata(page, name, "counter", counter);
    for (CounterSnapshot.CounterDataPointSnapshot point : counter.getDataPoints()) {
      appendSample(page, name, point.getLabels(), point.getValue());
    }
  }

  private static void appendGauge(StringBuilder page, GaugeSnapshot gauge) {
    String name = gauge.getMetadata().getPrometheusName();
    appendMetadata(page, name, "gauge", gauge);
    for (GaugeSnapshot.GaugeDataPointSnapshot point : gauge.getDataPoints()) {
      appendSample(page, name, point.getLabels(), point.getValue());
    }
  }

  private static void appendHistogram(StringBuilder page, HistogramSnapshot histogram) {
    String name = histogram.getMetadata().getPrometheusName();
    appendMetadata(page, name, "histogram", histogram);
    for (HistogramSnapshot.HistogramDataPointSnapshot point : histogram.getDataPoints()) {
      appendBuckets(page, name, point.getLabels(), point.getClassicBuckets());
      appendSumAndCount(page, name, point);
    }
  }

  private static void appendBuckets(
      StringBuilder page, String name, Labels labels, ClassicHistogramBuckets buckets) {
    long cumulativeCount = 0;
    for (int i = 0; i < buckets.size(); i++) {
      cumulativeCount += buckets.getCount(i);
      page.append(name).append("_bucket{");
      appendLabels(page, labels);
      page.append(labels.isEmpty() ? "le=\"" : ",le=\"");
      page.append(DecimalWriter.toString(buckets.getUpperBound(i))).append("\"} ");
      page.append(cumulativeCount).append('\n');
    }
  }

  private static void appendSummary(StringBuilder page, SummarySnapshot summary) {
    String name = summary.getMetadata().getPrometheusName();
    appendMetadata(page, name, "summary", summary);
    for (SummarySnapshot.SummaryDataPointSnapshot point : summary.getDataPoints()) {
      appendSumAndCount(page, name, point);
    }
  }

  private static void appendSumAndCount(
      StringBuilder page, String name, DistributionDataPointSnapshot point) {
    appendSample(page, name + "_sum", point.getLabels(), point.getSum());
    appendSample(page, name + "_count", point.getLabels(), (double) point.getCount());
  }

  private static void appendInfo(StringBuilder page, InfoSnapshot info) {
    String name = info.getMetadata().getPrometheusName() + "_info";
    appendMetadata(page, name, "gauge", info);
    for (InfoSnapshot.InfoDataPointSnapshot point : info.getDataPoints()) {
      appendSample(page, name, point.getLabels(), 1);
    }
  }

  private static void appendMetadata(
      StringBuilder page, String name, String type, MetricSnapshot snapshot) {
    String help = snapshot.getMetadata().getHelp();
    if (help != null) {
      String escaped = help.replace("\\", "\\\\").replace("\n", "\\n");
      page.append("# HELP ").append(name).append(' ').append(escaped).append('\n');
    }
    page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void appendSample(StringBuilder page, String name, Labels labels, double value) {
    page.append(name);
    if (!labels.isEmpty()) {
      page.append('{');
      appendLabels(page, labels);
      page.append('}');
    }
    page.append(' ').append(DecimalWriter.toString(value)).append('\n');
  }

  private static void appendLabels(StringBuilder page, Labels labels) {
    for (int i = 0; i < labels.size(); i++) {
      page.append(i == 0 ? "" : ",").append(labels.getPrometheusName(i)).append("=\"");
      appendLabelValue(page, labels.getValue(i));
      page.append('"');
    }
  }

  private static void appendLabelValue(StringBuilder page, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> page.append("\\\\");
        case '"' -> page.append("\\\"");
        case '\n' -> page.append("\\n");
        default -> page.append(c);
      }
    }
  }
}
