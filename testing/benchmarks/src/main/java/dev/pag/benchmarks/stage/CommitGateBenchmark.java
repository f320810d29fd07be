package dev.pag.benchmarks.stage;

import dev.pag.snapshot.CommitGate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every commit pays at the gate, and a cut with nobody inside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CommitGateBenchmark {
  private final CommitGate gate = new CommitGate();

  @Benchmark
  public long enterAndLeave() {
    long epoch = gate.enter();
    gate.leave(epoch);
    return epoch;
  }

  @Benchmark
  public long cut() {
    return gate.cut();
  }
}
