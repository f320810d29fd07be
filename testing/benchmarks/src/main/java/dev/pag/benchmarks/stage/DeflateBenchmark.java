package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.Page;
import dev.pag.exposition.GzipPieces;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * The gzip coding of a rendered page from its first byte to its last, nothing kept. Time is per
 * page.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeflateBenchmark {
  @Param({"51000", "1000000"})
  private int series;

  private List<byte[]> pieces = List.of();

  @Setup
  public void setUp() {
    byte[][] pushes = new Inputs(series).equalPushes(LineOrder.IN_ORDER);
    try (Gateway gateway = EnginePushes.gatewayOf(pushes)) {
      Page page = gateway.scrape().join();
      pieces = IntStream.range(0, page.pieceCount()).mapToObj(page::piece).toList();
    }
  }

  @Benchmark
  public List<byte[]> encode() {
    return GzipPieces.encode(pieces);
  }
}
