package dev.pag.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/** One page of text 0.0.4, looked at the plain way: a line is a series, a blank and a number. */
record ScrapePage(String text) {
  /** Value by series as spelled on the page, in the page's order. */
  Map<String, Double> samples() {
    Map<String, Double> samples = new LinkedHashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        int blank = line.lastIndexOf(' ');
        Double before = samples.put(line.substring(0, blank), number(line.substring(blank + 1)));
        if (before != null) {
          throw new AssertionError("series twice on a page: " + line);
        }
      }
    }
    return samples;
  }

  /** The value of a series that must be there. */
  double value(String series) {
    Double value = samples().get(series);
    if (value == null) {
      throw new AssertionError("no series " + series + " in:\n" + text);
    }
    return value;
  }

  /** The sum over all series of one sample name; 0 if there are none. */
  double sum(String name) {
    return samples().entrySet().stream()
        .filter(sample -> nameOf(sample.getKey()).equals(name))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static String nameOf(String series) {
    int brace = series.indexOf('{');
    return brace < 0 ? series : series.substring(0, brace);
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
