package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;
import dev.pag.PushResult;
import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Goals 5 and 6: parse, stage and commit of known series against a bare scan for line feeds. */
final class KnownSeriesFigures {
  private static final int SHUFFLED_SERIES = 51_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEGA = 1e6;

  private final Contest contest;
  private final Inputs inputs;

  KnownSeriesFigures(Mode mode, Inputs inputs) {
    this.contest = new Contest(mode);
    this.inputs = inputs;
  }

  List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    for (int series : new int[] {5_000, 51_000, Inputs.MILLION}) {
      byte[][] pieces = inputs.pieces(series);
      try (Gateway gateway = EnginePushes.gatewayOf(pieces)) {
        String name = "known series in order, " + series;
        figures.add(inOrder(name + ", 10 KB pushes", gateway, pieces));
        figures.add(inOrder(name + ", whole", gateway, inputs.whole(series)));
      }
    }
    try (Gateway gateway = EnginePushes.gatewayOf(inputs.pieces(SHUFFLED_SERIES))) {
      figures.add(shuffled(", 10 KB pushes", gateway, inputs.shuffledPieces(SHUFFLED_SERIES)));
      figures.add(shuffled(", whole", gateway, inputs.shuffledWhole(SHUFFLED_SERIES)));
      figures.add(subset(gateway, inputs.subsetPieces(SHUFFLED_SERIES)));
    }
    return figures;
  }

  private Figure inOrder(String name, Gateway gateway, byte[][] bodies) {
    return figure(5, name, 0.30, 0.39, gateway, bodies);
  }

  private Figure shuffled(String shape, Gateway gateway, byte[][] bodies) {
    String name = "known series shuffled, " + SHUFFLED_SERIES + shape;
    return figure(6, name, 0.04, 0.06, gateway, bodies);
  }

  private Figure subset(Gateway gateway, byte[][] bodies) {
    String name = "known series, a random 70 % in order, " + SHUFFLED_SERIES + ", 10 KB pushes";
    return figure(0, name, Double.NaN, Double.NaN, gateway, bodies);
  }

  private Figure figure(
      int goal, String name, double required, double stretch, Gateway gateway, byte[][] bodies) {
    Contest.Result result =
        contest.run(
            () -> EnginePushes.pushAll(gateway, PathLabels.NONE, bodies),
            () -> NewlineScan.sum(bodies));
    return new Figure(
        goal,
        name,
        result.speed(),
        "of a newline scan",
        required,
        stretch,
        goal == 0 ? Direction.INFO : Direction.AT_LEAST,
        detail(result, gateway, bodies));
  }

  private static String detail(Contest.Result result, Gateway gateway, byte[][] bodies) {
    long samples = 0;
    long predicted = 0;
    for (byte[] body : bodies) {
      PushResult push = EnginePushes.push(gateway, PathLabels.NONE, body);
      samples += push.samples();
      predicted += push.predicted();
    }
    long bytes = Bodies.bytes(bodies);
    return String.format(
        Locale.ROOT,
        "%.0f of %.0f MB/s, %.1f ns a sample, %.0f %% predicted",
        bytes * NANOS_PER_SECOND / MEGA / result.subjectNanos(),
        bytes * NANOS_PER_SECOND / MEGA / result.yardstickNanos(),
        result.subjectNanos() / samples,
        100.0 * predicted / samples);
  }
}
