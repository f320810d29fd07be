package dev.pag.testing;

import dev.pag.GatewayConfig;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sample placed in its family and checked by the rules of the family's type.
 *
 * @param suffix what the sample's name has beyond the family's, perhaps empty
 * @param labels without {@code le} of a bucket and {@code quantile} of a summary
 * @param bound the number in {@code le} or {@code quantile}; 0 where there is none
 */
record ReferenceSample(
    ReferenceLine line,
    MetricType type,
    String suffix,
    SortedMap<String, String> labels,
    double bound,
    double value) {

  static ReferenceSample read(
      ReferenceLine.Sample sample,
      MetricType type,
      String suffix,
      SortedMap<String, String> pathLabels)
      throws PushRefusedException {
    checkValue(sample, type, suffix);
    String special = specialLabel(type);
    if (pathLabels.containsKey(special)) {
      throw sample
          .line()
          .refusal(RefusalReason.PATH_LABELS, "path label " + special + " on a " + type.text());
    }
    SortedMap<String, String> labels = merge(sample, pathLabels);
    double bound = 0;
    if (type == MetricType.HISTOGRAM || type == MetricType.SUMMARY) {
      bound = bound(sample, type, suffix);
      labels.remove(special);
    }
    return new ReferenceSample(sample.line(), type, suffix, labels, bound, sample.value());
  }

  /** A counter's NaN carries no increment: the sample counts as absent. */
  boolean isSkipped() {
    return type == MetricType.COUNTER && Double.isNaN(value);
  }

  private static void checkValue(ReferenceLine.Sample sample, MetricType type, String suffix)
      throws PushRefusedException {
    boolean counts = suffix.equals("_bucket") || suffix.equals("_count");
    double value = sample.value();
    boolean bad = value < 0 || Double.isInfinite(value) || (counts && Double.isNaN(value));
    if (bad && (counts || type == MetricType.COUNTER)) {
      throw sample
          .line()
          .refusal(sample.valueColumn(), RefusalReason.INVALID, "not a count: " + value);
    }
  }

  private static SortedMap<String, String> merge(
      ReferenceLine.Sample sample, SortedMap<String, String> pathLabels)
      throws PushRefusedException {
    int max = GatewayConfig.DEFAULT.maxLabels();
    SortedMap<String, String> labels = new TreeMap<>(pathLabels);
    for (ReferenceLine.Label label : sample.labels()) {
      if (label.value().isEmpty()) {
        continue;
      }
      if (labels.size() - pathLabels.size() == max) {
        throw sample.line().refusal(label.column(), RefusalReason.LIMIT, "too many labels");
      }
      if (labels.put(label.name(), label.value()) != null) {
        throw sample
            .line()
            .refusal(label.column(), RefusalReason.DUPLICATE, "duplicate label " + label.name());
      }
    }
    if (labels.size() > max) {
      throw sample.line().refusal(RefusalReason.LIMIT, "too many labels");
    }
    return labels;
  }

  private static String specialLabel(MetricType type) {
    return switch (type) {
      case HISTOGRAM -> "le";
      case SUMMARY -> "quantile";
      case COUNTER, GAUGE, UNTYPED -> "";
    };
  }

  private static double bound(ReferenceLine.Sample sample, MetricType type, String suffix)
      throws PushRefusedException {
    String special = specialLabel(type);
    if (type == MetricType.HISTOGRAM && suffix.isEmpty()) {
      throw sample.line().refusal(RefusalReason.INVALID, "no part of a histogram");
    }
    boolean wanted = suffix.equals(type == MetricType.HISTOGRAM ? "_bucket" : "");
    for (ReferenceLine.Label label : sample.labels()) {
      if (label.name().equals(special) && !label.value().isEmpty()) {
        if (!wanted) {
          throw sample
              .line()
              .refusal(label.column(), RefusalReason.INVALID, "unexpected label " + special);
        }
        return parseBound(sample.line(), label, type);
      }
    }
    if (wanted) {
      throw sample.line().refusal(RefusalReason.INVALID, "expected label " + special);
    }
    return 0;
  }

  private static double parseBound(ReferenceLine line, ReferenceLine.Label label, MetricType type)
      throws PushRefusedException {
    OptionalDouble bound = ReferenceNumbers.parse(label.value());
    boolean nan = bound.isPresent() && Double.isNaN(bound.getAsDouble());
    if (bound.isEmpty() || (nan && type == MetricType.HISTOGRAM)) {
      throw line.refusal(label.valueColumn(), RefusalReason.INVALID, "not a " + label.name());
    }
    return bound.getAsDouble() + 0.0; // -0 becomes 0: they are one bound
  }
}
