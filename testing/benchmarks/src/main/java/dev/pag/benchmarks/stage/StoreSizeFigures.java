package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;
import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.util.List;
import java.util.Locale;

/** Whether a push cares how much is stored beside what it names. */
final class StoreSizeFigures {
  private static final int FEW = 1_000;

  private final Contest contest;
  private final Inputs inputs;
  private final int many;

  StoreSizeFigures(Effort effort, Inputs inputs) {
    this.contest = new Contest(effort);
    this.inputs = inputs;
    this.many = effort.many();
  }

  List<Figure> run() {
    byte[][] stored = inputs.pieces(many, LineOrder.IN_ORDER);
    try (Gateway large = EnginePushes.gatewayOf(stored);
        Gateway small = EnginePushes.gatewayOf(inputs.pieces(FEW, LineOrder.IN_ORDER))) {
      byte[] body = stored[1]; // not the first: nothing about it should be special
      byte[] shuffled = inputs.pieces(FEW, LineOrder.SHUFFLED)[1];
      return List.of(
          figure("the same 10 KB push", large, small, body, 1.5),
          figure("the same 10 KB push, shuffled", large, small, shuffled, Double.NaN));
    }
  }

  private Figure figure(String name, Gateway large, Gateway small, byte[] body, double required) {
    Contest.Result result =
        contest.run(
            () -> EnginePushes.push(large, PathLabels.NONE, body).samples(),
            () -> EnginePushes.push(small, PathLabels.NONE, body).samples());
    return new Figure(
        0,
        name + ", " + many + " stored to " + FEW,
        result.cost(),
        "x the cost",
        required,
        Double.isNaN(required) ? required : 1,
        Double.isNaN(required) ? Direction.INFO : Direction.AT_MOST,
        String.format(
            Locale.ROOT,
            "%.2f against %.2f us",
            result.subjectNanos() / 1e3,
            result.yardstickNanos() / 1e3));
  }
}
