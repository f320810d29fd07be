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
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEGA = 1e6;

  private final Effort effort;
  private final Contest contest;
  private final Inputs inputs;

  KnownSeriesFigures(Effort effort, Inputs inputs) {
    this.effort = effort;
    this.contest = new Contest(effort);
    this.inputs = inputs;
  }

  List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    for (int series : new int[] {effort.few(), effort.more(), effort.many()}) {
      byte[][] pieces = inputs.pieces(series, LineOrder.IN_ORDER);
      try (Gateway gateway = EnginePushes.gatewayOf(pieces)) {
        String name = "known series in order, " + series;
        figures.add(inOrder(name + ", 10 KB pushes", gateway, pieces));
        figures.add(inOrder(name + ", whole", gateway, inputs.whole(series, LineOrder.IN_ORDER)));
      }
    }
    figures.addAll(otherOrders(effort.more()));
    figures.add(exposition());
    return figures;
  }

  private List<Figure> otherOrders(int series) {
    try (Gateway gateway = EnginePushes.gatewayOf(inputs.pieces(series, LineOrder.IN_ORDER))) {
      String shuffled = "known series shuffled, " + series;
      byte[][] pieces = inputs.pieces(series, LineOrder.SHUFFLED);
      byte[][] whole = inputs.whole(series, LineOrder.SHUFFLED);
      String subset = "known series, a random 70 % in order, " + series + ", 10 KB pushes";
      byte[][] subsetPieces = inputs.pieces(series, LineOrder.SUBSET);
      return List.of(
          figure(6, shuffled + ", 10 KB pushes", 0.04, 0.06, gateway, pieces),
          figure(6, shuffled + ", whole", 0.04, 0.06, gateway, whole),
          figure(0, subset, Double.NaN, Double.NaN, gateway, subsetPieces));
    }
  }

  /** Four of five samples are parts of histograms and summaries, which are checked as wholes. */
  private Figure exposition() {
    byte[][] bodies = {Exposition.SERVER.text()};
    try (Gateway gateway = EnginePushes.gatewayOf(bodies)) {
      String name = "known exposition of all types, 190 KB";
      return figure(0, name, Double.NaN, Double.NaN, gateway, bodies);
    }
  }

  private Figure inOrder(String name, Gateway gateway, byte[][] bodies) {
    return figure(5, name, 0.30, 0.39, gateway, bodies);
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
