package dev.pag.benchmarks.stage;

import dev.pag.ascii.ByteSearch;
import dev.pag.ascii.DecimalReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
 * Values of one kind from bytes to double, as the fast path reads them, beside the JDK. Time is per
 * value.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecimalReadBenchmark {
  private static final byte LF = '\n';

  @Param({"SMALL_INTEGER", "SIX_DECIMALS", "SEVENTEEN_DIGITS", "EXPONENT", "MIXED"})
  private NumberKind kind = NumberKind.MIXED;

  private final DecimalReader reader = new DecimalReader();
  private byte[] text = {};

  @Setup
  public void setUp() {
    text =
        Arrays.stream(kind.texts())
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.US_ASCII);
  }

  @Benchmark
  @OperationsPerInvocation(NumberKind.COUNT)
  public double read() {
    double sum = 0;
    int from = 0;
    while (from < text.length) {
      int end = reader.readPlain(text, from, text.length, LF);
      if (end == DecimalReader.NOT_READ) {
        end = readOther(from);
      }
      sum += reader.value();
      from = end + 1;
    }
    return sum;
  }

  private int readOther(int from) {
    int end = ByteSearch.indexOf(text, from, text.length, LF);
    if (!reader.read(text, from, end)) {
      throw new IllegalStateException("bug: no number at " + from);
    }
    return end;
  }

  @Benchmark
  @OperationsPerInvocation(NumberKind.COUNT)
  public double parseDouble() {
    double sum = 0;
    int from = 0;
    while (from < text.length) {
      int end = ByteSearch.indexOf(text, from, text.length, LF);
      sum += Double.parseDouble(new String(text, from, end - from, StandardCharsets.US_ASCII));
      from = end + 1;
    }
    return sum;
  }
}
