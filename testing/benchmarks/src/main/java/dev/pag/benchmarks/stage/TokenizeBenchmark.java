package dev.pag.benchmarks.stage;

import dev.pag.GatewayConfig;
import dev.pag.ascii.ByteSearch;
import dev.pag.model.PushRefusedException;
import dev.pag.model.SampleLine;
import dev.pag.parse.Line;
import dev.pag.parse.MetadataLine;
import dev.pag.parse.SampleLineParser;
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
 * A whole file line by line through the parsers of the slow path, into no store; and the yardstick
 * over the same bytes. Both files have {@link Exposition#BYTES}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TokenizeBenchmark {
  private static final GatewayConfig LIMITS = GatewayConfig.DEFAULT;

  @Param({"CLIENTS", "SERVER"})
  private Exposition file = Exposition.SERVER;

  private final SampleLineParser samples =
      new SampleLineParser(LIMITS.maxLabels(), LIMITS.maxNameBytes());
  private final MetadataLine metadata = new MetadataLine(LIMITS.maxNameBytes());
  private final Line line = new Line();
  private final SampleLine sample = new SampleLine();
  private byte[] text = {};

  @Setup
  public void setUp() {
    text = file.text();
  }

  @Benchmark
  public double tokenize() throws PushRefusedException {
    double sum = 0;
    int number = 1;
    int from = 0;
    while (from < text.length) {
      int end = ByteSearch.indexOf(text, from, text.length, (byte) '\n');
      line.set(text, from, end, number++);
      sum += end == from ? 0 : readLine(text[from] == '#');
      from = end + 1;
    }
    return sum;
  }

  private double readLine(boolean isMetadata) throws PushRefusedException {
    if (isMetadata) {
      metadata.parse(line);
      return metadata.nameTo();
    }
    samples.parse(line, sample);
    return sample.value() + sample.labelCount();
  }

  @Benchmark
  public long newlineScan() {
    return NewlineScan.sum(text);
  }
}
