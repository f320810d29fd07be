package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;
import dev.pag.PushResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole push of known series through the engine: parse, stage, check, commit. Time is per sample;
 * the pushes go round the set.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PushBenchmark {
  @Param({"5000", "51000", "1000000"})
  private int series;

  @Param({"IN_ORDER", "SUBSET", "SHUFFLED"})
  private LineOrder order = LineOrder.IN_ORDER;

  @Param({"", "/job/shop/instance/a:1"})
  private String path = "";

  private Gateway gateway;
  private PathLabels labels;
  private Cycle bodies;

  @Setup
  public void setUp() {
    Inputs inputs = new Inputs(series);
    gateway = EnginePushes.emptyGateway();
    labels = EnginePushes.labels(path);
    EnginePushes.pushAll(gateway, labels, inputs.equalPushes(LineOrder.IN_ORDER));
    bodies = new Cycle(inputs.equalPushes(order));
  }

  @TearDown
  public void tearDown() {
    gateway.close();
  }

  @Benchmark
  @OperationsPerInvocation(Inputs.LINES_A_PUSH)
  public PushResult push() {
    return EnginePushes.push(gateway, labels, bodies.next());
  }

  @Benchmark
  @OperationsPerInvocation(Inputs.LINES_A_PUSH)
  public long newlineScan() {
    return NewlineScan.sum(bodies.next());
  }
}
