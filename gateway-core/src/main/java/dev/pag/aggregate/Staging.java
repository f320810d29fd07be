package dev.pag.aggregate;

import java.util.Arrays;

/**
 * The values of one push for cells that are already known: (cell, value, line) triples in order of
 * arrival, in arrays that are kept from push to push.
 *
 * <p>Bucket values are cumulative, as pushed, until {@link PushCheck} has turned them into
 * per-bucket counts. Threads: one.
 */
public final class Staging {
  private static final int INITIAL = 256;

  private long[] targets = new long[INITIAL];
  private double[] values = new double[INITIAL];
  private int[] lines = new int[INITIAL];
  private int size;

  /** Adds a value; {@code line} is where it stood, for messages. */
  public void add(long target, double value, int line) {
    if (size == targets.length) {
      grow();
    }
    targets[size] = target;
    values[size] = value;
    lines[size] = line;
    size++;
  }

  private void grow() {
    int capacity = size * 2;
    targets = Arrays.copyOf(targets, capacity);
    values = Arrays.copyOf(values, capacity);
    lines = Arrays.copyOf(lines, capacity);
  }

  public int size() {
    return size;
  }

  long[] targets() {
    return targets;
  }

  double[] values() {
    return values;
  }

  int line(int index) {
    return lines[index];
  }

  void clear() {
    size = 0;
  }

  long bytes() {
    return targets.length * (long) (Long.BYTES + Double.BYTES + Integer.BYTES);
  }

  /** Sorts by cell, keeping the order of values of the same cell. */
  void sortByTarget() {
    long[] sorted = Arrays.copyOf(targets, size);
    Arrays.sort(sorted);
    double[] sortedValues = new double[size];
    int[] sortedLines = new int[size];
    int[] taken = new int[size];
    for (int i = 0; i < size; i++) {
      int first = firstIndexOf(sorted, targets[i]);
      int goal = first + taken[first]++;
      sortedValues[goal] = values[i];
      sortedLines[goal] = lines[i];
    }
    System.arraycopy(sorted, 0, targets, 0, size);
    System.arraycopy(sortedValues, 0, values, 0, size);
    System.arraycopy(sortedLines, 0, lines, 0, size);
  }

  private static int firstIndexOf(long[] sorted, long key) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
