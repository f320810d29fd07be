package dev.pag;

import dev.pag.benchmarks.stage.Cycle;
import dev.pag.benchmarks.stage.Inputs;
import dev.pag.benchmarks.stage.LineOrder;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The look-up of known lines with their values, staged and not committed. In order the next record
 * is predicted, shuffled each line is hashed. Time is per sample; the bodies go round the set.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KnownLinesBenchmark {
  @Param({"5000", "51000", "1000000"})
  private int series;

  @Param({"IN_ORDER", "SUBSET", "SHUFFLED"})
  private LineOrder order = LineOrder.IN_ORDER;

  private Workspace workspace;
  private Cycle bodies;

  @Setup
  public void setUp() {
    Inputs inputs = new Inputs(series);
    GatewayParts parts = GatewayParts.of(inputs.equalPushes(LineOrder.IN_ORDER));
    workspace = parts.pool().take();
    bodies = new Cycle(inputs.equalPushes(order));
  }

  @Benchmark
  @OperationsPerInvocation(Inputs.LINES_A_PUSH)
  public long look() {
    byte[] body = bodies.next();
    KnownLines lines = workspace.knownLines();
    lines.begin(PathContexts.NO_LABELS, true);
    lines.beginChunk();
    int line = 1;
    int from = 0;
    while (from < body.length) {
      int end = lines.read(body, from, body.length, line++);
      if (end == KnownLines.UNKNOWN) {
        throw new IllegalStateException("bug: a known line was not known");
      }
      from = end + 1;
    }
    workspace.clear();
    return lines.accepted();
  }
}
