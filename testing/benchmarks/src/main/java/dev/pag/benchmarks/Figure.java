package dev.pag.benchmarks;

/**
 * One measured number and what it is held against.
 *
 * @param goal number of the goal in docs/PERFORMANCE.md, 0 if it has none
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
  /** Which side of {@code required} is good. */
  public enum Direction {
    AT_LEAST,
    AT_MOST,
    INFO
  }
}
