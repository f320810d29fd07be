package dev.pag.aggregate;

import dev.pag.ascii.DecimalWriter;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.util.Arrays;

/**
 * Checks one histogram series of one push and turns its cumulative buckets into counts per bucket.
 *
 * <p>Entries come in any order. A missing +Inf bucket is taken from the count, a missing count from
 * +Inf, and both from the highest bucket; a count that differs from +Inf is kept as it is. Re-used
 * from series to series. Threads: one.
 */
final class GroupCheck {
  static final int NO_REFERENCE = -1;

  private double[] bounds = new double[16];
  private double[] values = new double[16];
  private int[] references = new int[16];
  private int[] lines = new int[16];
  private int size;
  private double count;
  private int countLine;
  private boolean hasCount;
  private boolean hasSum;

  /** Forgets the series before. */
  void begin() {
    size = 0;
    count = 0;
    hasCount = false;
    hasSum = false;
  }

  void addCount(double value, int line) throws PushRefusedException {
    if (hasCount) {
      throw duplicate(line);
    }
    hasCount = true;
    count = value;
    countLine = line;
  }

  void addSum(int line) throws PushRefusedException {
    if (hasSum) {
      throw duplicate(line);
    }
    hasSum = true;
  }

  /**
   * Adds a bucket or quantile.
   *
   * @param reference named again in the results
   */
  void addBound(double bound, double value, int reference, int line) throws PushRefusedException {
    if (size == bounds.length) {
      grow();
    }
    int at = size++;
    // Mostly sorted already, so mostly no step.
    while (at > 0 && bounds[at - 1] > bound) {
      move(at - 1, at);
      at--;
    }
    if (at > 0 && bounds[at - 1] == bound) {
      throw duplicate(line);
    }
    bounds[at] = bound;
    values[at] = value;
    references[at] = reference;
    lines[at] = line;
  }

  private void move(int from, int to) {
    bounds[to] = bounds[from];
    values[to] = values[from];
    references[to] = references[from];
    lines[to] = lines[from];
  }

  private void grow() {
    int capacity = size * 2;
    bounds = Arrays.copyOf(bounds, capacity);
    values = Arrays.copyOf(values, capacity);
    references = Arrays.copyOf(references, capacity);
    lines = Arrays.copyOf(lines, capacity);
  }

  boolean hasCount() {
    return hasCount;
  }

  boolean hasInfinity() {
    return size > 0 && bounds[size - 1] == Double.POSITIVE_INFINITY;
  }

  /** Adds the +Inf bucket that was not pushed; it has no reference. */
  void fillInfinity() throws PushRefusedException {
    double highest = size > 0 ? values[size - 1] : 0;
    int line = hasCount || size == 0 ? countLine : lines[size - 1];
    addBound(Double.POSITIVE_INFINITY, hasCount ? count : highest, NO_REFERENCE, line);
  }

  /**
   * Turns the cumulative buckets of a histogram into counts per bucket.
   *
   * @return the highest cumulative count, which is also the count if none was pushed
   * @throws PushRefusedException if the cumulative values fall
   */
  double toPerBucket() throws PushRefusedException {
    double below = 0;
    for (int i = 0; i < size; i++) {
      double cumulative = values[i];
      if (cumulative < below) {
        throw falling(i);
      }
      values[i] = cumulative - below;
      below = cumulative;
    }
    return below;
  }

  private PushRefusedException falling(int index) {
    return PushRefusedException.at(
        RefusalReason.INVALID,
        lines[index],
        1,
        "bucket counts must be cumulative: the bucket up to "
            + DecimalWriter.toString(bounds[index])
            + " counts less than the one below it");
  }

  int size() {
    return size;
  }

  int reference(int index) {
    return references[index];
  }

  double value(int index) {
    return values[index];
  }

  private static PushRefusedException duplicate(int line) {
    return PushRefusedException.at(
        RefusalReason.DUPLICATE, line, 1, "duplicate sample of a histogram or summary series");
  }
}
