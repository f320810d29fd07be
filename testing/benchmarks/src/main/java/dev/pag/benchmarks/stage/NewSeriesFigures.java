package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;
import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Goal 7: a million series from nothing, each time into a new gateway. */
final class NewSeriesFigures {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Effort effort;
  private final Inputs inputs;

  NewSeriesFigures(Effort effort, Inputs inputs) {
    this.effort = effort;
    this.inputs = inputs;
  }

  List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    for (int lines : new int[] {300, 3_000}) {
      byte[][] bodies = inputs.pushesOf(effort.many(), lines);
      String shape = lines + " a push";
      figures.add(figure(shape, PathLabels.NONE, bodies));
      figures.add(
          figure(shape + ", path labels", EnginePushes.labels("/job/shop/instance/a:1"), bodies));
    }
    return figures;
  }

  private Figure figure(String shape, PathLabels labels, byte[][] bodies) {
    double best = Double.POSITIVE_INFINITY;
    double bestProcess = Double.POSITIVE_INFINITY;
    for (int round = 0; round < effort.fills(); round++) {
      long process = ThreadCost.processCpuNanos();
      long start = ThreadCost.cpuNanos();
      try (Gateway gateway = EnginePushes.emptyGateway()) {
        long series = EnginePushes.pushAll(gateway, labels, bodies);
        best = Math.min(best, (ThreadCost.cpuNanos() - start) / (double) series);
        bestProcess =
            Math.min(bestProcess, (ThreadCost.processCpuNanos() - process) / (double) series);
      }
    }
    return new Figure(
        7,
        "new series from none to " + effort.many() + ", " + shape,
        NANOS_PER_SECOND / best,
        "series/s of CPU",
        1e6,
        1.7e6,
        Direction.AT_LEAST,
        String.format(
            Locale.ROOT, "%.0f ns each, %.0f ns with collector and compiler", best, bestProcess));
  }
}
