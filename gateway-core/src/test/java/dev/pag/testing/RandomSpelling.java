package dev.pag.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The many ways to write one sample line; all of them mean the same. */
final class RandomSpelling {
  private static final List<String> BLANKS = List.of(" ", " ", " ", "\t", "  ", " \t ");
  private static final List<String> NO_BLANKS = List.of("", "", "", "", "", " ", "\t");
  private static final List<String> INFINITIES = List.of("+Inf", "Inf", "inf", "+infinity");
  private static final List<String> NANS = List.of("NaN", "nan", "Nan");

  private final Random random;

  RandomSpelling(Random random) {
    this.random = random;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** True once in {@code n} times. */
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  String blanks() {
    return oneOf(BLANKS);
  }

  String perhapsBlanks() {
    return oneOf(NO_BLANKS);
  }

  /** A sample line without its line feed. */
  String sample(String name, Map<String, String> labels, double value) {
    String set = labelSet(labels);
    String gap = set.isEmpty() ? blanks() : perhapsBlanks();
    String timestamp = oneIn(8) ? blanks() + random.nextLong() : "";
    return perhapsBlanks() + name + set + gap + number(value) + timestamp + perhapsBlanks();
  }

  /** A number in one of the texts that read back as it. */
  String number(double value) {
    if (Double.isNaN(value)) {
      return oneOf(NANS);
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? oneOf(INFINITIES) : "-Inf";
    }
    String plain = new BigDecimal(value).toPlainString();
    return switch (random.nextInt(6)) {
      case 0 -> value >= 0 ? "+" + plain : plain;
      case 1 -> plain + "e0";
      case 2 -> new BigDecimal(value).unscaledValue() + "E" + -new BigDecimal(value).scale();
      case 3 -> plain.contains(".") ? plain + "0" : plain + ".0";
      default -> plain;
    };
  }

  private String labelSet(Map<String, String> labels) {
    if (labels.isEmpty()) {
      return oneIn(5) ? "{}" : "";
    }
    List<String> pairs = new ArrayList<>();
    labels.forEach((name, value) -> pairs.add(pair(name, value)));
    Collections.shuffle(pairs, random);
    String between = oneIn(6) ? " ,\t" : ",";
    String end = oneIn(6) ? ",}" : "}";
    return perhapsBlanks() + "{" + String.join(between, pairs) + perhapsBlanks() + end;
  }

  private String pair(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return perhapsBlanks() + name + (oneIn(12) ? " = " : "=") + "\"" + escaped + "\"";
  }
}
