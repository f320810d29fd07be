package dev.pag.benchmarks.stage;

import dev.pag.ascii.DecimalWriter;
import java.util.Arrays;
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
 * Values of one kind from double to bytes, as the page shows them, beside the JDK's text. Time is
 * per value.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecimalWriteBenchmark {
  @Param({"SMALL_INTEGER", "SIX_DECIMALS", "SEVENTEEN_DIGITS", "EXPONENT", "MIXED"})
  private NumberKind kind = NumberKind.MIXED;

  private double[] values = {};
  private final byte[] out = new byte[NumberKind.COUNT * DecimalWriter.MAX_BYTES];

  @Setup
  public void setUp() {
    values = Arrays.stream(kind.texts()).mapToDouble(Double::parseDouble).toArray();
  }

  @Benchmark
  @OperationsPerInvocation(NumberKind.COUNT)
  public byte[] write() {
    int at = 0;
    for (double value : values) {
      at += DecimalWriter.write(value, out, at);
    }
    return out;
  }

  @Benchmark
  @OperationsPerInvocation(NumberKind.COUNT)
  public int doubleToString() {
    int length = 0;
    for (double value : values) {
      length += Double.toString(value).length();
    }
    return length;
  }
}
