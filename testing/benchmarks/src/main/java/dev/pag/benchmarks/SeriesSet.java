package dev.pag.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Generated counters, about 65 bytes of series text each, as a browser fleet would push them. The
 * same number of series gives the same lines every time.
 */
public final class SeriesSet {
  private static final int SERIES_PER_FAMILY = 5_000;
  private static final String[] METHODS = {"DELETE", "GET", "PATCH", "POST", "PUT"};
  private static final int[] CODES = {200, 204, 301, 404, 500};

  private final List<String> lines;

  private SeriesSet(List<String> lines) {
    this.lines = lines;
  }

  /** {@code count} series in the order of the page, with values as exporters send them. */
  public static SeriesSet of(int count) {
    Random random = new Random(count);
    List<String> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(line(i, value(random)));
    }
    return new SeriesSet(lines);
  }

  private static String line(int number, String value) {
    int inFamily = number % SERIES_PER_FAMILY;
    return String.format(
        "web_requests_%03d_total{code=\"%d\",method=\"%s\",route=\"/shop/item/%06d\"} %s",
        number / SERIES_PER_FAMILY,
        CODES[inFamily / (SERIES_PER_FAMILY / CODES.length)],
        METHODS[inFamily / (SERIES_PER_FAMILY / CODES.length / METHODS.length) % METHODS.length],
        inFamily,
        value);
  }

  /** Four of five values are small integers, the rest decimals, as in real expositions. */
  private static String value(Random random) {
    return random.nextInt(5) > 0
        ? Integer.toString(1 + random.nextInt(999))
        : Double.toString((1 + random.nextInt(999_999)) / 1000.0);
  }

  /** A random part of the lines, in their order. */
  public SeriesSet subset(double share) {
    Random random = new Random(7);
    List<String> some = new ArrayList<>();
    for (String line : lines) {
      if (random.nextDouble() < share) {
        some.add(line);
      }
    }
    return new SeriesSet(some);
  }

  /** All lines in a random order: the worst case for prediction. */
  public SeriesSet shuffled() {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(8));
    return new SeriesSet(shuffled);
  }

  /** The first {@code count} lines. */
  public SeriesSet first(int count) {
    return new SeriesSet(lines.subList(0, count));
  }

  /** One line a series, in order, without line ends. */
  public List<String> lines() {
    return Collections.unmodifiableList(lines);
  }

  public int size() {
    return lines.size();
  }

  /** The body of a push of all lines. */
  public byte[] body() {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The first lines that fit into {@code maxBytes}, as the body of a push. */
  public byte[] body(int maxBytes) {
    int bytes = 0;
    int count = 0;
    while (count < lines.size() && bytes + lines.get(count).length() + 1 <= maxBytes) {
      bytes += lines.get(count).length() + 1;
      count++;
    }
    return first(count).body();
  }
}
