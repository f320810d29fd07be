package dev.pag.benchmarks.stage;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The goals that need no server: each figure is a ratio of two things measured in turns in this
 * JVM, by CPU time, best of all rounds.
 */
public final class StageBenchmarks {
  private StageBenchmarks() {}

  /** All figures; single-threaded, and takes as long as {@code mode} allows. */
  public static List<Figure> run(Mode mode) {
    Effort effort = Effort.of(mode);
    Inputs inputs = new Inputs(effort.many());
    List<Figure> figures = new ArrayList<>(new KnownSeriesFigures(effort, inputs).run());
    figures.addAll(new StoreSizeFigures(effort, inputs).run());
    figures.addAll(new NewSeriesFigures(effort, inputs).run());
    figures.add(new RenderFigures(effort, inputs).run());
    figures.addAll(HeapFigures.run(effort.many()));
    figures.addAll(AllocationFigures.run(inputs));
    return figures;
  }

  /** Prints the figures as a table; {@code --quick} for a look only. */
  public static void main(String[] args) {
    Mode mode = Arrays.asList(args).contains("--quick") ? Mode.QUICK : Mode.FULL;
    System.out.printf(
        Locale.ROOT,
        "%4s  %-62s %12s  %10s  %s%n",
        "goal",
        "figure",
        "value",
        "required",
        "detail");
    for (Figure figure : run(mode)) {
      System.out.println(row(figure));
    }
  }

  private static String row(Figure figure) {
    return String.format(
        Locale.ROOT,
        "%4s  %-62s %12s  %10s  %s; %s",
        figure.goal() == 0 ? "-" : figure.goal(),
        figure.name(),
        number(figure.value()),
        bound(figure),
        figure.unit(),
        figure.detail());
  }

  private static String bound(Figure figure) {
    return switch (figure.direction()) {
      case AT_LEAST -> ">= " + number(figure.required());
      case AT_MOST -> "<= " + number(figure.required());
      case INFO -> "";
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.3f" : "%.0f", value);
  }
}
