package dev.pag.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.benchmarks.load.Setup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every part still runs, or prints what it lacks. The numbers of so short a run mean nothing. */
class BenchmarksIT {
  @ParameterizedTest
  @EnumSource
  void measure_forAMoment_givesFigures(Part part) throws Exception {
    Setup setup = new Setup(Mode.SMOKE, Path.of(System.getProperty("pag.jar")), List.of());

    List<Figure> figures = part.measure(setup);

    assertThat(figures).isNotEmpty();
    figures.stream()
        .filter(figure -> !figure.measured())
        .forEach(figure -> System.out.println(figure.name() + ": " + figure.detail()));
  }
}
