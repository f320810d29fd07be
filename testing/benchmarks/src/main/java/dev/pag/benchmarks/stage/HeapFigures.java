package dev.pag.benchmarks.stage;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Goal 12: heap bytes a series beyond its key, at a million, in a JVM of their own. */
final class HeapFigures {
  private static final List<String> FLAGS = List.of("-Xmx3g", "-XX:+UseSerialGC");

  private HeapFigures() {}

  static List<Figure> run(int series) {
    double[] plain = measure(series, "");
    double[] labelled = measure(series, "/job/shop/instance/a:1");
    return List.of(
        figure("heap a series beyond its key", plain, 60, 44, Direction.AT_MOST),
        figure(
            "heap a series beyond its key as sent, path labels",
            labelled,
            Double.NaN,
            Double.NaN,
            Direction.INFO));
  }

  private static Figure figure(
      String name, double[] heapAndKey, double required, double stretch, Direction direction) {
    return new Figure(
        12,
        name,
        heapAndKey[0] - heapAndKey[1],
        "bytes",
        required,
        stretch,
        direction,
        String.format(
            Locale.ROOT, "heap %.1f, key %.1f bytes a series", heapAndKey[0], heapAndKey[1]));
  }

  /** Heap and key bytes a series. */
  private static double[] measure(int series, String path) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command = new ProcessBuilder(java);
    command.command().addAll(FLAGS);
    command.command().addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.command().add(HeapOfSeries.class.getName());
    command.command().addAll(List.of(Integer.toString(series), path));
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = command.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the measuring JVM failed: " + command.command());
      }
      return out.lines().mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
