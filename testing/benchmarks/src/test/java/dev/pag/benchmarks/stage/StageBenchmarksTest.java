package dev.pag.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Mode;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That everything still runs, on small sets; no time is looked at. */
class StageBenchmarksTest {
  /** Pushes in tens of percent must still be pushes. */
  private static final String SERIES = Integer.toString(20 * Inputs.LINES_A_PUSH);

  @Test
  void figures_smallSets_oneForEachGoal() {
    assertThat(StageBenchmarks.run(Mode.SMOKE))
        .allSatisfy(figure -> assertThat(figure.value()).isFinite())
        .extracting(Figure::goal)
        .contains(5, 6, 7, 9, 12, 13);
  }

  @Test
  void jmh_eachMethodOnce_noneFails() throws RunnerException {
    // Another JMH on this machine does not matter to what is not timed.
    System.setProperty("jmh.ignoreLock", "true");
    Options once =
        new OptionsBuilder()
            .include("Benchmark")
            .param("series", SERIES)
            .mode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(once).run();

    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark())
        .contains("dev.pag.RenderBenchmark.render", "dev.pag.benchmarks.stage.PushBenchmark.push");
  }
}
