package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;
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
 * A whole set created from nothing by pushes of {@link Inputs#LINES_A_PUSH} lines, into a new
 * gateway each time. Time is per set.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NewSeriesBenchmark {
  @Param({"51000", "1000000"})
  private int series;

  @Param({"", "/job/shop/instance/a:1"})
  private String path = "";

  private PathLabels labels;
  private byte[][] bodies;

  @Setup
  public void setUp() {
    labels = EnginePushes.labels(path);
    bodies = new Inputs(series).equalPushes(LineOrder.IN_ORDER);
  }

  @Benchmark
  public long create() {
    try (Gateway gateway = EnginePushes.emptyGateway()) {
      return EnginePushes.pushAll(gateway, labels, bodies);
    }
  }
}
