package dev.pag;

import dev.pag.benchmarks.stage.Inputs;
import dev.pag.benchmarks.stage.LineOrder;
import dev.pag.exposition.GzipPage;
import dev.pag.exposition.GzipPages;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page rendered and gzip coded with no piece known, against the text alone in {@link
 * RenderBenchmark}. Time is per page.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeflateBenchmark {
  @Param({"51000", "1000000"})
  private int series;

  private GatewayParts parts;
  private long cut;

  @Setup
  public void setUp() {
    parts = GatewayParts.of(new Inputs(series).equalPushes(LineOrder.IN_ORDER));
    cut = parts.store().hold();
  }

  @Benchmark
  public GzipPage encode() {
    try (GzipPages pages = new GzipPages(parts.store())) {
      return pages.render(parts.store().frames(cut), cut);
    }
  }
}
