package dev.pag.benchmarks.load;

import dev.pag.benchmarks.SeriesSet;
import java.io.IOException;
import java.util.List;

/** Fills a gateway with many series, and changes some or all of them later. */
final class StoredSeries {
  /** Keeps a push of them well below the largest body a gateway takes. */
  private static final int SERIES_PER_PUSH = 50_000;

  private static final double CHANGED_SHARE = 0.09;

  private final SeriesSet series;
  private final List<byte[]> all;

  StoredSeries(int count) {
    this.series = SeriesSet.of(count);
    this.all = pushes(series);
  }

  private static List<byte[]> pushes(SeriesSet series) {
    return TypedBodies.ofEach(SERIES_PER_PUSH, series.lines()).stream()
        .map(body -> HttpConnection.pushRequest("/metrics", body, ""))
        .toList();
  }

  int size() {
    return series.size();
  }

  /** Average length of what stands before the value: what any store has to keep. */
  double keyBytes() {
    return series.lines().stream().mapToInt(line -> line.lastIndexOf(' ')).average().orElseThrow();
  }

  /** Pushes that change all series. */
  List<byte[]> all() {
    return all;
  }

  /** Pushes that change 9 % of the series, those of some families. */
  List<byte[]> neighbours() {
    return pushes(series.first((int) (series.size() * CHANGED_SHARE)));
  }

  /** Pushes that change 9 % of the series, spread over all families. */
  List<byte[]> scattered() {
    return pushes(series.subset(CHANGED_SHARE));
  }

  /** Small pushes from all over the store, one after the other as an event loop may get them. */
  List<byte[]> small(int count, int maxBytes) {
    int step = Math.max(1, series.size() / count);
    return java.util.stream.IntStream.range(0, Math.min(count, series.size()))
        .mapToObj(i -> series.lines().subList(i * step, series.size()))
        .map(lines -> TypedBodies.of(TypedBodies.fitting(maxBytes, lines)))
        .map(body -> HttpConnection.pushRequest("/metrics", body, ""))
        .toList();
  }

  /**
   * Sends pushes one after the other.
   *
   * @throws IOException if one is not answered with 202
   */
  static void push(HttpConnection connection, List<byte[]> requests) throws IOException {
    for (byte[] request : requests) {
      int status = connection.exchange(request).status();
      if (status != 202) {
        throw new IOException("push answered with " + status);
      }
    }
  }
}
