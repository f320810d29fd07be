package dev.pag.benchmarks.stage;

/** How much time the figures may take. */
public enum Mode {
  /** A look, under a minute in all. */
  QUICK(5, 300, 20),
  /** For the record, some minutes. */
  FULL(15, 1_500, 100);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final int rounds;
  private final long warmUpMillis;
  private final long roundMillis;

  Mode(int rounds, long warmUpMillis, long roundMillis) {
    this.rounds = rounds;
    this.warmUpMillis = warmUpMillis;
    this.roundMillis = roundMillis;
  }

  /** Rounds to take the best of. */
  int rounds() {
    return rounds;
  }

  long warmUpNanos() {
    return warmUpMillis * NANOS_PER_MILLI;
  }

  /** A round repeats what is shorter than this. */
  long roundNanos() {
    return roundMillis * NANOS_PER_MILLI;
  }
}
