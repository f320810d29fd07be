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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A whole exposition of all types as one push, when all of it is known. Time is per push. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpositionPushBenchmark {
  private byte[] text = {};
  private Gateway gateway;

  @Setup
  public void setUp() {
    text = Exposition.SERVER.text();
    gateway = EnginePushes.gatewayOf(new byte[][] {text});
  }

  @TearDown
  public void tearDown() {
    gateway.close();
  }

  @Benchmark
  public PushResult push() {
    return EnginePushes.push(gateway, PathLabels.NONE, text);
  }
}
