package dev.pag;

import dev.pag.aggregate.CellKind;
import dev.pag.aggregate.DraftFamily;
import dev.pag.ascii.DecimalReader;
import dev.pag.model.LabelSet;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.model.SampleLine;
import dev.pag.model.SeriesText;
import dev.pag.parse.Line;
import java.nio.charset.StandardCharsets;

/**
 * What a sample is in its family: a value, or the bucket, sum, count or quantile of a histogram or
 * summary. A flyweight, set by {@link #of}. Threads: one.
 */
final class SampleRole {
  private static final int NO_LABEL = -1;
  private static final byte[] NO_NAME = {};
  private static final String BUCKET = "_bucket";
  private static final String SUM = "_sum";

  private final DecimalReader numbers = new DecimalReader();
  private CellKind kind = CellKind.FREE;
  private boolean grouped;
  private int boundLabel = NO_LABEL;
  private byte[] boundName = NO_NAME;
  private double bound;

  CellKind kind() {
    return kind;
  }

  /** True for parts of histograms and summaries. */
  boolean isGrouped() {
    return grouped;
  }

  boolean hasBound() {
    return boundLabel != NO_LABEL;
  }

  /** The index of the le or quantile label, or -1. */
  int boundLabel() {
    return boundLabel;
  }

  byte[] boundName() {
    return boundName;
  }

  double bound() {
    return bound;
  }

  /**
   * Finds the role of {@code sample}, whose name belongs to {@code family}.
   *
   * @throws PushRefusedException if it has none, or not the labels for it
   */
  void of(DraftFamily family, SampleLine sample, LabelSet pathLabels, Line line)
      throws PushRefusedException {
    boundLabel = NO_LABEL;
    boundName = NO_NAME;
    MetricType type = family.type();
    grouped = type == MetricType.HISTOGRAM || type == MetricType.SUMMARY;
    if (!grouped) {
      kind = type == MetricType.COUNTER ? CellKind.COUNTER : CellKind.FREE;
      return;
    }
    boolean histogram = type == MetricType.HISTOGRAM;
    byte[] name = histogram ? SeriesText.LE : SeriesText.QUANTILE;
    checkPath(name, type, pathLabels, line);
    String suffix =
        new String(
            sample.bytes(),
            sample.from() + family.name().length(),
            sample.nameTo() - sample.from() - family.name().length(),
            StandardCharsets.US_ASCII);
    if (suffix.equals(histogram ? BUCKET : "")) {
      kind = histogram ? CellKind.COUNT : CellKind.QUANTILE;
      readBound(name, sample, line);
    } else if (suffix.isEmpty()) {
      throw line.refusal(
          RefusalReason.INVALID,
          sample.from(),
          "a histogram has only _bucket, _sum and _count samples");
    } else {
      kind = suffix.equals(SUM) ? CellKind.SUM : CellKind.COUNT;
      checkNoBound(name, sample, line);
    }
  }

  private static void checkPath(byte[] name, MetricType type, LabelSet pathLabels, Line line)
      throws PushRefusedException {
    String label = new String(name, StandardCharsets.US_ASCII);
    if (pathLabels.contains(label)) {
      throw line.refusal(
          RefusalReason.PATH_LABELS, "path label " + label + " can not apply to a " + type.text());
    }
  }

  private void readBound(byte[] name, SampleLine sample, Line line) throws PushRefusedException {
    int label = sample.indexOf(name);
    String text = new String(name, StandardCharsets.US_ASCII);
    if (label < 0 || sample.isValueEmpty(label)) {
      throw line.refusal(RefusalReason.INVALID, sample.from(), "missing label " + text);
    }
    int from = sample.labelValueFrom(label);
    boolean read = numbers.read(sample.bytes(), from, sample.labelValueTo(label));
    if (!read || Double.isNaN(numbers.value())) {
      throw line.refusal(RefusalReason.INVALID, from, "expected a number in label " + text);
    }
    boundLabel = label;
    boundName = name;
    bound = numbers.value();
  }

  private static void checkNoBound(byte[] name, SampleLine sample, Line line)
      throws PushRefusedException {
    int label = sample.indexOf(name);
    if (label >= 0 && !sample.isValueEmpty(label)) {
      throw line.refusal(
          RefusalReason.INVALID,
          sample.labelFrom(label),
          "a sum or count has no label " + new String(name, StandardCharsets.US_ASCII));
    }
  }
}
