package dev.pag.testing;

import dev.pag.GatewayConfig;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One series as pushed or as stored: a value, or the parts of a histogram or summary. */
final class ReferenceSeries {
  private final MetricType type;

  /** Value of each plain part by suffix; the empty suffix for the types without parts. */
  private final Map<String, Double> values = new HashMap<>();

  /** Cumulative counts by bound; of histograms only. */
  private NavigableMap<Double, Double> buckets = new TreeMap<>();

  /** Where each part was pushed, by suffix and bound. */
  private final Map<String, ReferenceLine> lines = new HashMap<>();

  private ReferenceSeries(MetricType type) {
    this.type = type;
  }

  static ReferenceSeries of(MetricType type) {
    return new ReferenceSeries(type);
  }

  void addPushed(ReferenceSample sample) throws PushRefusedException {
    String part = part(sample.suffix(), sample.bound());
    if (lines.put(part, sample.line()) != null) {
      throw sample.line().refusal(RefusalReason.DUPLICATE, "duplicate series");
    }
    if (sample.suffix().equals("_bucket")) {
      buckets.put(sample.bound(), sample.value());
    } else if (type != MetricType.SUMMARY || !sample.suffix().isEmpty()) {
      values.put(sample.suffix(), sample.value());
    }
    if (lines.size() > GatewayConfig.DEFAULT.maxBuckets()) {
      checkLimit(sample);
    }
  }

  private void checkLimit(ReferenceSample sample) throws PushRefusedException {
    String prefix = type == MetricType.HISTOGRAM ? "_bucket" : "/";
    long bounds = lines.keySet().stream().filter(p -> p.startsWith(prefix)).count();
    if (bounds > GatewayConfig.DEFAULT.maxBuckets()) {
      throw sample.line().refusal(RefusalReason.LIMIT, "too many bounds");
    }
  }

  private static String part(String suffix, double bound) {
    return suffix + "/" + ReferenceNumbers.format(bound);
  }

  void completePushed() throws PushRefusedException {
    if (type == MetricType.HISTOGRAM) {
      checkRising();
      double highest = buckets.isEmpty() ? 0 : buckets.lastEntry().getValue();
      double count = values.getOrDefault("_count", highest);
      if (!buckets.containsKey(Double.POSITIVE_INFINITY)) {
        if (count < highest) {
          throw line("_count", 0).refusal(RefusalReason.INVALID, "count below the buckets");
        }
        buckets.put(Double.POSITIVE_INFINITY, count);
      }
      values.put("_count", count);
    }
  }

  private void checkRising() throws PushRefusedException {
    double before = 0;
    for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
      if (bucket.getValue() < before) {
        throw line("_bucket", bucket.getKey()).refusal(RefusalReason.INVALID, "bucket counts fall");
      }
      before = bucket.getValue();
    }
  }

  private ReferenceLine line(String suffix, double bound) {
    ReferenceLine line = lines.get(part(suffix, bound));
    if (line == null) {
      throw new AssertionError("bug: no line for " + part(suffix, bound));
    }
    return line;
  }

  boolean isOne() {
    return values.getOrDefault("", 0.0) == 1;
  }

  void merge(ReferenceSeries pushed, ReferenceFamily.Operation operation) {
    pushed.values.forEach(
        (part, value) -> values.put(part, combine(values.get(part), value, operation)));
    if (buckets.isEmpty()) {
      buckets.putAll(pushed.buckets);
    } else if (!pushed.buckets.isEmpty()) {
      buckets = union(buckets, pushed.buckets);
    }
  }

  private static double combine(
      @Nullable Double stored, double pushed, ReferenceFamily.Operation operation) {
    double increment = Double.isNaN(pushed) ? 0 : pushed;
    if (stored == null) {
      return increment;
    }
    if (Double.isNaN(pushed)) {
      return stored;
    }
    return switch (operation) {
      case SUM -> stored + increment;
      case MIN -> Math.min(stored, increment);
      case MAX -> Math.max(stored, increment);
    };
  }

  /** The contract's union with carry, word for word. */
  private static NavigableMap<Double, Double> union(
      NavigableMap<Double, Double> a, NavigableMap<Double, Double> b) {
    NavigableMap<Double, Double> union = new TreeMap<>();
    for (Double bound : a.keySet()) {
      union.put(bound, countAt(a, bound) + countAt(b, bound));
    }
    for (Double bound : b.keySet()) {
      union.put(bound, countAt(a, bound) + countAt(b, bound));
    }
    return union;
  }

  private static double countAt(NavigableMap<Double, Double> buckets, double bound) {
    Map.Entry<Double, Double> floor = buckets.floorEntry(bound);
    return floor == null ? 0 : floor.getValue();
  }

  void write(StringBuilder page, String name, SortedMap<String, String> labels) {
    switch (type) {
      case COUNTER, GAUGE, UNTYPED -> sample(page, name, labels, values.getOrDefault("", 0.0));
      case HISTOGRAM -> {
        buckets.forEach((bound, count) -> bucket(page, name, labels, bound, count));
        parts(page, name, labels);
      }
      case SUMMARY -> parts(page, name, labels);
    }
  }

  private void parts(StringBuilder page, String name, SortedMap<String, String> labels) {
    sample(page, name + "_sum", labels, values.getOrDefault("_sum", 0.0));
    sample(page, name + "_count", labels, values.getOrDefault("_count", 0.0));
  }

  private static void bucket(
      StringBuilder page, String name, SortedMap<String, String> labels, double le, double count) {
    page.append(name).append("_bucket{");
    labels.forEach((label, value) -> label(page, label, value).append(','));
    label(page, "le", ReferenceNumbers.format(le)).append('}');
    page.append(' ').append(ReferenceNumbers.format(count)).append('\n');
  }

  private static void sample(
      StringBuilder page, String name, SortedMap<String, String> labels, double value) {
    page.append(name);
    String separator = "{";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      label(page.append(separator), label.getKey(), label.getValue());
      separator = ",";
    }
    page.append(labels.isEmpty() ? "" : "}");
    page.append(' ').append(ReferenceNumbers.format(value)).append('\n');
  }

  private static StringBuilder label(StringBuilder page, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return page.append(name).append("=\"").append(escaped).append('"');
  }
}
