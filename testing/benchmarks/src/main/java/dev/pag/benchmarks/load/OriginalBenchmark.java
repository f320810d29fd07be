package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import dev.pag.benchmarks.SeriesSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pushes of known series against the original gateway, where there is one on the machine. */
public final class OriginalBenchmark {
  private static final String[] FLAGS = {"-Xmx512m", "-XX:ActiveProcessorCount=1"};
  private static final String NAME = "pushes against the original gateway";

  private final Setup setup;
  private final LoadShape small = LoadShape.plain("0.3KB", 300, SeriesSet.of(1_000).lines());
  private final LoadShape middle = LoadShape.plain("10KB", 10_000, SeriesSet.of(1_000).lines());

  public OriginalBenchmark(Setup setup) {
    this.setup = setup;
  }

  /**
   * Goal 8.
   *
   * @throws IOException if an answer was not 2xx, or the sums are not what was pushed
   */
  public List<Figure> run() throws IOException, InterruptedException {
    Optional<Path> original = original();
    Optional<Cores> cores = Cores.find();
    if (original.isEmpty()) {
      return List.of(Figure.skipped(NAME, "no original, neither -Dpag.original nor on the PATH"));
    }
    if (cores.isEmpty()) {
      return List.of(Figure.skipped(NAME, Cores.missing()));
    }
    Optional<Wrk> found = Wrk.find(cores.get());
    if (found.isEmpty()) {
      return List.of(Figure.skipped(NAME, "needs wrk"));
    }
    try (Wrk wrk = found.get()) {
      ServerProcess.Command command = Setup.program(List.of(original.get().toString()));
      LoadContest contest =
          new LoadContest(wrk, cores.get(), setup.effort(), command, setup.gateway(FLAGS));
      contest.run(List.of(small, middle));
      return List.of(
          figure("10 KB", contest.result(middle), 15, 25),
          figure("0.3 KB", contest.result(small), 2.5, 3.4));
    }
  }

  /** Our own start script has the original's name, but is no native program. */
  private static Optional<Path> original() {
    String given = System.getProperty("pag.original", "");
    return given.isEmpty()
        ? Programs.onPath("prom-aggregation-gateway").filter(Programs::isNative)
        : Optional.of(Path.of(given));
  }

  private static Figure figure(
      String size, LoadContest.Result result, double required, double stretch) {
    return new Figure(
        8,
        "push of " + size + ", pushes per CPU second to the original's",
        result.ratio(),
        "ratio",
        required,
        stretch,
        Direction.AT_LEAST,
        result.detail("original") + "; gateway " + String.join(" ", FLAGS));
  }
}
