package dev.pag.benchmarks;

import dev.pag.benchmarks.load.LoadBenchmark;
import dev.pag.benchmarks.load.Setup;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmarks. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Setup setup =
        new Setup(
            args.length > 0 ? Mode.QUICK : Mode.FULL,
            Path.of(System.getProperty("pag.jar")),
            List.of());
    new LoadBenchmark(setup).run().forEach(System.out::println);
  }
}
