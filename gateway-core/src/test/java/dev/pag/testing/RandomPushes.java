package dev.pag.testing;

import dev.pag.model.MetricType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stream of random pushes over a small world of families, labels and paths, so that pushes meet
 * again and again in the same series. All numbers are dyadic and small: sums are exact, and the
 * order of pushes does not matter.
 *
 * <p>Threads: one. The stream depends on the seed alone.
 */
public final class RandomPushes {
  /** A family of the world; it has one type for ever, as the world means no conflicts by itself. */
  record Plan(String name, MetricType type, String help) {}

  private static final List<Plan> STEADY =
      List.of(
          new Plan("requests_total", MetricType.COUNTER, "Requests"),
          new Plan("requests", MetricType.COUNTER, ""),
          new Plan("a:b_total", MetricType.COUNTER, "with \\\\ and \\n and \\q"),
          new Plan("queue_length", MetricType.GAUGE, "Jobs waiting"),
          new Plan("temperature", MetricType.GAUGE, ""),
          new Plan("latency_seconds", MetricType.HISTOGRAM, "Time"),
          new Plan("latency", MetricType.HISTOGRAM, ""),
          new Plan("payload_bytes", MetricType.SUMMARY, "é"),
          new Plan("payload", MetricType.SUMMARY, ""),
          new Plan("legacy", MetricType.UNTYPED, ""),
          new Plan("legacy_total", MetricType.UNTYPED, "Old"),
          new Plan("legacy_a", MetricType.UNTYPED, ""));

  /** What these become depends on what was pushed before them. */
  private static final List<Plan> MOODY =
      List.of(
          new Plan("requests_created", MetricType.GAUGE, "Since"),
          new Plan("latency_created", MetricType.GAUGE, ""),
          new Plan("queue_length_created", MetricType.GAUGE, ""),
          new Plan("build_info", MetricType.GAUGE, "Build"),
          new Plan("disk_info", MetricType.GAUGE, ""));

  private static final List<String> PATHS =
      List.of("", "/", "/job/x", "/job@base64/eA==", "/job/x/instance/i-1", "/zone//job/%C3%A9/");

  private static final List<String> LABEL_NAMES = List.of("a", "b", "code", "job", "zone", "Z_9");
  private static final List<String> LABEL_VALUES =
      List.of("", "x", "y", "200", "x y", "é", "\"q\"", "back\\slash", "line\nfeed", "😀", "ﬁ");
  private static final List<Double> BOUNDS =
      List.of(-1.0, 0.0, 0.125, 0.5, 1.0, 2.5, 10.0, 100.0, 1e6, 1.5e9);
  private static final List<Double> QUANTILES = List.of(0.0, 0.5, 0.75, 1.0);

  private final Random random;
  private final RandomSpelling spelling;
  private final RandomFlaws flaws;
  private final List<Plan> plans;
  private final List<String> labelNames;
  private final List<String> labelValues;
  private final boolean steady;

  private RandomPushes(long seed, boolean steady) {
    this.random = new Random(seed);
    this.spelling = new RandomSpelling(random);
    this.flaws = new RandomFlaws(spelling);
    this.steady = steady;
    this.labelNames = few(LABEL_NAMES, 2);
    this.labelValues = few(LABEL_VALUES, 3);
    this.plans = new ArrayList<>(STEADY);
    if (!steady) {
      plans.addAll(MOODY);
    }
  }

  /** A world has few labels, so that the same series come again. */
  private List<String> few(List<String> all, int count) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  /** Sound and flawed pushes, of which some depend on what came before. */
  public static RandomPushes mixed(long seed) {
    return new RandomPushes(seed, false);
  }

  /** Sound pushes only, which lead to one page in whatever order they are applied. */
  public static RandomPushes steady(long seed) {
    return new RandomPushes(seed, true);
  }

  public RandomPush next() {
    String path = spelling.oneOf(PATHS);
    Map<Plan, List<String>> lines = new LinkedHashMap<>();
    int families = 1 + random.nextInt(5);
    for (int i = 0; i < families; i++) {
      lines.computeIfAbsent(spelling.oneOf(plans), plan -> samples(plan, path));
    }
    RandomPush push = new RandomPush(path, body(lines), null);
    if (steady) {
      return push;
    }
    return spelling.oneIn(4)
        ? flaws.add(push, lines.keySet())
        : flaws.remember(push, lines.keySet());
  }

  /** An ascending choice of offsets at which to cut a body of {@code length} bytes. */
  public int[] cuts(int length) {
    return random.ints(random.nextInt(6), 0, length + 1).sorted().toArray();
  }

  private List<String> samples(Plan plan, String path) {
    List<String> lines = new ArrayList<>();
    Set<Map<String, String>> seen = new HashSet<>();
    int series = 1 + random.nextInt(4);
    for (int i = 0; i < series; i++) {
      Map<String, String> labels = labels(path);
      Map<String, String> present = new TreeMap<>(labels);
      present.values().removeIf(String::isEmpty);
      if (seen.add(present)) {
        addSeries(plan, labels, lines);
      }
    }
    return lines;
  }

  /** Labels that do not repeat one of the path; an empty one may, as it is none. */
  private Map<String, String> labels(String path) {
    Map<String, String> labels = new TreeMap<>();
    int count = random.nextInt(labelNames.size() + 1);
    for (int i = 0; i < count; i++) {
      String name = spelling.oneOf(labelNames);
      boolean inPath = path.contains("/" + name + "/") || path.contains("/" + name + "@");
      labels.put(name, inPath ? "" : spelling.oneOf(labelValues));
    }
    return labels;
  }

  private void addSeries(Plan plan, Map<String, String> labels, List<String> lines) {
    switch (plan.type()) {
      case COUNTER -> {
        double value = spelling.oneIn(10) ? Double.NaN : count();
        lines.add(spelling.sample(plan.name(), labels, value));
      }
      case GAUGE, UNTYPED -> lines.add(spelling.sample(plan.name(), labels, gauge(plan.name())));
      case HISTOGRAM -> addHistogram(plan.name(), labels, lines);
      case SUMMARY -> addSummary(plan.name(), labels, lines);
    }
  }

  private double count() {
    return spelling.oneIn(4) ? random.nextInt(8000) / 8.0 : random.nextInt(1000);
  }

  private double gauge(String name) {
    if (name.endsWith("_info")) {
      return name.startsWith("build") || !spelling.oneIn(4) ? 1 : 2;
    }
    if (name.endsWith("_created")) {
      return 1.7e9 + random.nextInt(1000) / 4.0;
    }
    if (name.equals("temperature") && spelling.oneIn(20)) {
      return spelling.oneOf(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }
    return sum();
  }

  private double sum() {
    return spelling.oneIn(10) ? Double.NaN : (random.nextInt(16000) - 8000) / 8.0;
  }

  private void addHistogram(String name, Map<String, String> labels, List<String> lines) {
    double cumulative = 0;
    for (Double bound : BOUNDS) {
      if (spelling.oneIn(3)) {
        cumulative += count();
        lines.add(bound(name + "_bucket", "le", labels, bound, cumulative));
      }
    }
    cumulative += count();
    if (!spelling.oneIn(4)) {
      lines.add(bound(name + "_bucket", "le", labels, Double.POSITIVE_INFINITY, cumulative));
    }
    if (!spelling.oneIn(4)) {
      lines.add(spelling.sample(name + "_count", labels, cumulative + random.nextInt(2)));
    }
    if (lines.isEmpty() || !spelling.oneIn(4)) {
      lines.add(spelling.sample(name + "_sum", labels, sum()));
    }
  }

  private void addSummary(String name, Map<String, String> labels, List<String> lines) {
    for (Double quantile : QUANTILES) {
      if (spelling.oneIn(2)) {
        lines.add(bound(name, "quantile", labels, quantile, sum()));
      }
    }
    if (!spelling.oneIn(4)) {
      lines.add(spelling.sample(name + "_count", labels, count()));
    }
    if (lines.isEmpty() || !spelling.oneIn(4)) {
      lines.add(spelling.sample(name + "_sum", labels, sum()));
    }
  }

  private String bound(
      String name, String label, Map<String, String> labels, double bound, double value) {
    Map<String, String> all = new TreeMap<>(labels);
    all.put(label, spelling.number(bound));
    return spelling.sample(name, all, value);
  }

  /** All samples shuffled, the metadata strewn in between, TYPE always before its samples. */
  private String body(Map<Plan, List<String>> linesByPlan) {
    List<Map.Entry<Plan, String>> lines = new ArrayList<>();
    linesByPlan.forEach((plan, texts) -> texts.forEach(text -> lines.add(Map.entry(plan, text))));
    Collections.shuffle(lines, random);
    for (Plan plan : linesByPlan.keySet()) {
      addMetadata(plan, lines);
    }
    StringBuilder body = new StringBuilder();
    for (Map.Entry<Plan, String> line : lines) {
      body.append(spelling.oneIn(20) ? "# comment é\r\n" : "");
      body.append(spelling.oneIn(20) ? " \n" : "");
      body.append(line.getValue()).append('\n');
    }
    return body.toString();
  }

  private void addMetadata(Plan plan, List<Map.Entry<Plan, String>> lines) {
    if (plan.type() != MetricType.UNTYPED || spelling.oneIn(3)) {
      int first = 0;
      while (!lines.get(first).getKey().equals(plan)) {
        first++;
      }
      String word = spelling.oneIn(5) ? plan.type().name() : plan.type().text();
      lines.add(random.nextInt(first + 1), Map.entry(plan, "# TYPE " + plan.name() + " " + word));
    }
    if (spelling.oneIn(2)) {
      String help = steady || !spelling.oneIn(4) ? plan.help() : "another text";
      lines.add(
          random.nextInt(lines.size() + 1), Map.entry(plan, "# HELP " + plan.name() + " " + help));
    }
  }
}
