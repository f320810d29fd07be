package dev.pag.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Holds the gateway's page against what was pushed: fast and wrong counts as wrong. */
final class SumCheck {
  /** Adding the same decimal a million times over is off by far less. */
  private static final double ROUNDING = 1e-6;

  private final Map<String, Double> page;

  private SumCheck(Map<String, Double> page) {
    this.page = page;
  }

  static SumCheck scrape(ServerProcess gateway) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (HttpConnection connection = new HttpConnection(gateway.api())) {
      connection.get("/metrics", page);
    }
    return new SumCheck(samples(page.toString(UTF_8)));
  }

  static SumCheck of(String page) {
    return new SumCheck(samples(page));
  }

  private static Map<String, Double> samples(String page) {
    Map<String, Double> samples = new HashMap<>();
    page.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> samples.put(series(line), value(line)));
    return samples;
  }

  /**
   * @param answered pushes of this shape that were answered with 202
   * @param unanswered the most that can have been applied beyond those: in work when wrk stopped
   * @throws IOException if the series of the shape were not all added up equally often, or not as
   *     often as was answered
   */
  void verify(LoadShape shape, long answered, long unanswered) throws IOException {
    long applied = Math.round(sum(shape, 0) / value(shape.lines().get(0)));
    if (applied < answered || applied > answered + unanswered) {
      throw new IOException(
          shape.name() + ": " + applied + " pushes in the sums, " + answered + " answered");
    }
    for (int i = 0; i < shape.lines().size(); i++) {
      double expected = applied * value(shape.lines().get(i));
      double actual = sum(shape, i);
      if (Math.abs(actual - expected) > ROUNDING * expected) {
        throw new IOException(
            "expected " + expected + ", not " + actual + ", in the sum of " + shape.lines().get(i));
      }
    }
  }

  /** The label of the path comes last: those of {@code SeriesSet} are before it in the alphabet. */
  private double sum(LoadShape shape, int line) throws IOException {
    String pushed = series(shape.lines().get(line));
    String shown = pushed.substring(0, pushed.length() - 1) + ",shape=\"" + shape.name() + "\"}";
    Double sum = page.get(shown);
    if (sum == null) {
      throw new IOException("not in the scrape: " + shown);
    }
    return sum;
  }

  private static String series(String line) {
    return line.substring(0, line.lastIndexOf(' '));
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
