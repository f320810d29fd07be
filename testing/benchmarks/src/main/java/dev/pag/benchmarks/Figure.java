package dev.pag.benchmarks;

/**
 * One measured number and what it is held against.
 *
 * @param goal number of the goal in docs/PERFORMANCE.md, 0 if it has none
 * @param value NaN if it could not be measured; then {@code detail} says why
 * @param required the floor or ceiling, NaN if there is none
 * @param stretch what to aim for, NaN if there is none
 * @param detail how it came about: the flags, the raw figures behind a ratio
 */
public record Figure(
    int goal,
    String name,
    double value,
    String unit,
    double required,
    double stretch,
    Direction direction,
    String detail) {
  private static final double HALF = 2;

  /** Which side of {@code required} is good. */
  public enum Direction {
    AT_LEAST,
    AT_MOST,
    INFO
  }

  /** Stands for all that a part would have measured. */
  public static Figure skipped(String name, String reason) {
    return new Figure(
        0, name, Double.NaN, "", Double.NaN, Double.NaN, Direction.INFO, "skipped: " + reason);
  }

  public boolean measured() {
    return !Double.isNaN(value);
  }

  public boolean meetsRequired() {
    return meets(required);
  }

  public boolean meetsStretch() {
    return meets(stretch);
  }

  /** Not half of what is required: more than the noise of a busy machine explains. */
  public boolean farBelowRequired() {
    return switch (direction) {
      case AT_LEAST -> value < required / HALF;
      case AT_MOST -> value > required * HALF;
      case INFO -> false;
    };
  }

  private boolean meets(double bound) {
    return switch (direction) {
      case AT_LEAST -> value >= bound;
      case AT_MOST -> value <= bound;
      case INFO -> false;
    };
  }
}
