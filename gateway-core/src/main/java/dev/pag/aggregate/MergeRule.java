package dev.pag.aggregate;

/** How a pushed value joins the stored one; fixed for a family when it is created. */
public enum MergeRule {
  /** Counters, untyped, histogram and summary cells, and gauges by default. */
  SUM(0),
  /** {@code _created} gauges: the earliest start is the start of the sum. */
  MIN(Double.POSITIVE_INFINITY),
  /** {@code _info} gauges: one, however many senders say so. */
  MAX(Double.NEGATIVE_INFINITY);

  private final double neutral;

  MergeRule(double neutral) {
    this.neutral = neutral;
  }

  /** The value that changes nothing: where a cell starts, and what NaN counts as. */
  public double neutral() {
    return neutral;
  }

  double merge(double stored, double pushed) {
    return switch (this) {
      case MIN -> Math.min(stored, pushed);
      case MAX -> Math.max(stored, pushed);
      default -> stored + pushed;
    };
  }
}
