package dev.pag.aggregate;

/** What may be pushed to a cell. */
public enum CellKind {
  /** Not negative, finite; NaN means that there is nothing to add. */
  COUNTER,
  /** A bucket or a count: not negative, finite. */
  COUNT,
  /** The sum of a histogram or summary: anything; NaN counts as nothing. */
  SUM,
  /** A quantile: anything; not kept. */
  QUANTILE,
  /** A gauge or untyped value: anything; NaN counts as nothing. */
  FREE
}
