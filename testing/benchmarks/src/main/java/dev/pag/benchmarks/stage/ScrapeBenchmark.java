package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.Page;
import dev.pag.PathLabels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page through the front of the engine, on its own threads, after a part of the series has
 * changed since the last one. Time is per page as the scraper waits for it. The changed part is one
 * stretch of the page, another one each time.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScrapeBenchmark {
  @Param({"51000", "1000000"})
  private int series;

  /** 100 is a cold page, whatever is kept from the last one; with 0 the page is given again. */
  @Param({"0", "8", "100"})
  private int changedPercent;

  private Gateway gateway;
  private Cycle bodies;

  @Setup
  public void setUp() {
    byte[][] pushes = new Inputs(series).equalPushes(LineOrder.IN_ORDER);
    gateway = EnginePushes.gatewayOf(pushes);
    bodies = new Cycle(pushes);
  }

  @Setup(Level.Invocation)
  public void change() {
    int pushes = bodies.size() * changedPercent / 100;
    for (int i = 0; i < pushes; i++) {
      EnginePushes.push(gateway, PathLabels.NONE, bodies.next());
    }
  }

  @TearDown
  public void tearDown() {
    gateway.close();
  }

  @Benchmark
  public Page plain() {
    return gateway.scrape().join();
  }

  @Benchmark
  public Page gzip() {
    return gateway.scrapeGzip().join();
  }
}
