package dev.pag.benchmarks;

import dev.pag.benchmarks.load.LatencyBenchmark;
import dev.pag.benchmarks.load.LoadBenchmark;
import dev.pag.benchmarks.load.MemoryBenchmark;
import dev.pag.benchmarks.load.OriginalBenchmark;
import dev.pag.benchmarks.load.ScrapeBenchmark;
import dev.pag.benchmarks.load.Setup;
import dev.pag.benchmarks.load.StartUpBenchmark;
import dev.pag.benchmarks.stage.StageBenchmarks;
import java.io.IOException;
import java.util.List;

/** What can be measured by itself, see {@code --only}. */
enum Part {
  STAGE,
  LOAD,
  ORIGINAL,
  SCRAPE,
  LATENCY,
  STARTUP,
  MEMORY;

  List<Figure> measure(Setup setup) throws IOException, InterruptedException {
    return switch (this) {
      case STAGE -> StageBenchmarks.run(setup.mode());
      case LOAD -> new LoadBenchmark(setup).run();
      case ORIGINAL -> new OriginalBenchmark(setup).run();
      case SCRAPE -> new ScrapeBenchmark(setup).run();
      case LATENCY -> new LatencyBenchmark(setup).run();
      case STARTUP -> new StartUpBenchmark(setup).run();
      case MEMORY -> new MemoryBenchmark(setup).run();
    };
  }
}
