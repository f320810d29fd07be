package dev.pag;

import dev.pag.aggregate.SeriesStore;
import dev.pag.benchmarks.stage.Cycle;
import dev.pag.benchmarks.stage.Inputs;
import dev.pag.benchmarks.stage.LineOrder;
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
 * Pushes with a cut behind them and without: the difference is the cut, and the copy that the first
 * commit to a block makes after it. Time is per round of {@code pushes}; 408 of them touch every
 * block.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CutBenchmark {
  @Param("51000")
  private int series;

  @Param({"1", "20", "408"})
  private int pushes;

  private GatewayParts parts;
  private Cycle bodies;

  @Setup
  public void setUp() {
    byte[][] all = new Inputs(series).equalPushes(LineOrder.IN_ORDER);
    parts = GatewayParts.of(all);
    bodies = new Cycle(all);
  }

  @Benchmark
  public SeriesStore push() {
    for (int i = 0; i < pushes; i++) {
      parts.push(bodies.next());
    }
    return parts.store();
  }

  @Benchmark
  public long pushAndCut() {
    return push().hold();
  }
}
