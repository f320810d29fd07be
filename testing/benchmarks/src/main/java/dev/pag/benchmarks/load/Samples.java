package dev.pag.benchmarks.load;

import java.util.Arrays;
import java.util.List;

/**
 * Measured durations and what to say of them.
 *
 * <p>Threads: one adds; any may read when it is done. Adding allocates nothing.
 */
final class Samples {
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEDIAN = 0.5;

  private final long[] nanos;
  private int count;

  Samples(int capacity) {
    this.nanos = new long[capacity];
  }

  static Samples of(long... nanos) {
    Samples samples = new Samples(nanos.length);
    for (long each : nanos) {
      samples.add(each);
    }
    return samples;
  }

  static Samples together(List<Samples> parts) {
    Samples together = new Samples(parts.stream().mapToInt(part -> part.count).sum());
    for (Samples part : parts) {
      for (int i = 0; i < part.count; i++) {
        together.add(part.nanos[i]);
      }
    }
    return together;
  }

  void add(long each) {
    nanos[count++] = each;
  }

  int count() {
    return count;
  }

  /**
   * The smallest duration that at least this share of all does not exceed.
   *
   * @param share above 0, at most 1
   */
  private double quantileNanos(double share) {
    if (count == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }

  double micros(double share) {
    return quantileNanos(share) / NANOS_PER_MICRO;
  }

  double medianMillis() {
    return quantileNanos(MEDIAN) / NANOS_PER_MILLI;
  }

  double minMillis() {
    return quantileNanos(Double.MIN_VALUE) / NANOS_PER_MILLI;
  }
}
