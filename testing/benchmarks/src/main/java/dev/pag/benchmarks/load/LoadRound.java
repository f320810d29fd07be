package dev.pag.benchmarks.load;

import java.util.Comparator;
import java.util.List;

/**
 * One round of load on one server.
 *
 * @param cpuNanos of the server, over the whole round
 */
record LoadRound(long requests, double perSecond, long cpuNanos) {
  private static final double NANOS_PER_MICRO = 1_000;

  double cpuMicrosPerRequest() {
    return cpuNanos / NANOS_PER_MICRO / requests;
  }

  /** What else runs on the machine only ever adds to the cost, so the cheapest is the truest. */
  static LoadRound best(List<LoadRound> rounds) {
    return rounds.stream()
        .min(Comparator.comparingDouble(LoadRound::cpuMicrosPerRequest))
        .orElseThrow();
  }
}
