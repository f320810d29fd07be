package dev.pag;

import dev.pag.benchmarks.stage.Inputs;
import dev.pag.benchmarks.stage.LineOrder;
import dev.pag.exposition.PiecePool;
import dev.pag.exposition.TextFormatWriter;
import java.util.List;
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
 * The page of a cut as text, on the calling thread, and a memcpy of the same text. Time is per
 * page.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RenderBenchmark {
  @Param({"5000", "51000", "1000000"})
  private int series;

  private final PiecePool pool = new PiecePool();
  private GatewayParts parts;
  private long cut;
  private List<byte[]> text = List.of();
  private List<byte[]> copies = List.of();

  @Setup
  public void setUp() {
    parts = GatewayParts.of(new Inputs(series).equalPushes(LineOrder.IN_ORDER));
    cut = parts.store().hold();
    text = render();
    copies = text.stream().map(byte[]::clone).toList();
  }

  @Benchmark
  public List<byte[]> render() {
    return TextFormatWriter.render(parts.store().frames(cut), parts.store(), pool);
  }

  @Benchmark
  public List<byte[]> memcpy() {
    for (int piece = 0; piece < text.size(); piece++) {
      System.arraycopy(text.get(piece), 0, copies.get(piece), 0, text.get(piece).length);
    }
    return copies;
  }
}
