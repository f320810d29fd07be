package dev.pag.benchmarks.stage;

import java.util.function.LongSupplier;

/**
 * Two tasks measured in turns in one JVM, so that a noisy machine is noisy to both. Tasks return a
 * number that depends on all their work, or the compiler might leave some of it out.
 */
final class Contest {
  @SuppressWarnings("UnusedVariable") // written, so that what led to it must be computed
  private static volatile long sink;

  private final Effort effort;

  Contest(Effort effort) {
    this.effort = effort;
  }

  /** CPU time of one run of each task, the best of all rounds. */
  record Result(double subjectNanos, double yardstickNanos) {
    /** How many times as long the subject took. */
    double cost() {
      return subjectNanos / yardstickNanos;
    }

    /** The subject's speed as a part of the yardstick's. */
    double speed() {
      return yardstickNanos / subjectNanos;
    }
  }

  Result run(LongSupplier subject, LongSupplier yardstick) {
    int subjectTimes = warmUp(subject);
    int yardstickTimes = warmUp(yardstick);
    double bestSubject = Double.POSITIVE_INFINITY;
    double bestYardstick = Double.POSITIVE_INFINITY;
    for (int round = 0; round < effort.rounds(); round++) {
      bestSubject = Math.min(bestSubject, nanosEach(subject, subjectTimes));
      bestYardstick = Math.min(bestYardstick, nanosEach(yardstick, yardstickTimes));
    }
    return new Result(bestSubject, bestYardstick);
  }

  /** Returns how often the task must run to fill a round. */
  private int warmUp(LongSupplier task) {
    long spent = 0;
    long last = 0;
    while (spent < effort.warmUpNanos()) {
      last = Math.max(1, (long) nanosEach(task, 1));
      spent += last;
    }
    return (int) Math.max(1, effort.roundNanos() / last);
  }

  private static double nanosEach(LongSupplier task, int times) {
    long results = 0;
    long start = ThreadCost.cpuNanos();
    for (int i = 0; i < times; i++) {
      results += task.getAsLong();
    }
    double nanos = (ThreadCost.cpuNanos() - start) / (double) times;
    sink = results;
    return nanos;
  }
}
