package dev.pag.testing;

import dev.pag.model.MetricType;
import dev.pag.model.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns sound pushes into pushes with one flaw, for the reason it says. */
final class RandomFlaws {
  private static final List<String> MALFORMED_LINES =
      List.of(
          "oops",
          "x{",
          "x{a=\"b} 1",
          "x{a=\"\\t\"} 1",
          "x 1 2 3",
          "x 0x1",
          "x 1e400",
          "x 1\r",
          "{a=\"b\"} 1",
          "# TYPE x",
          "# TYPE x number",
          "9x 1",
          "x{,} 1");

  private static final List<String> INVALID_LINES =
      List.of(
          "# TYPE flaw counter\nflaw -1",
          "# TYPE flaw counter\nflaw +Inf",
          "# TYPE flaw histogram\nflaw_bucket{le=\"1\"} 2\nflaw_bucket{le=\"+Inf\"} 1",
          "# TYPE flaw histogram\nflaw_bucket{a=\"b\"} 2",
          "# TYPE flaw histogram\nflaw 2",
          "# TYPE flaw summary\nflaw_count NaN",
          "# TYPE flaw summary\nflaw 1");

  private static final List<String> DUPLICATE_LINES =
      List.of(
          "flaw 1\nflaw{} 1",
          "flaw{x=\"1\",y=\"2\"} 1\nflaw{ y=\"2\", x=\"1\", } 1",
          "flaw{x=\"1\",x=\"2\"} 1",
          "# TYPE flaw gauge\n# TYPE flaw gauge",
          "# TYPE flaw histogram\nflaw_bucket{le=\"1\"} 1\nflaw_bucket{le=\"1.0\"} 1",
          "# HELP flaw one\n# HELP flaw two");

  private static final List<String> BAD_PATHS =
      List.of("/job", "/job/x/job/y", "/__x/y", "/job@base64/!", "/job/%zz", "/job/%ff");

  private final RandomSpelling spelling;

  /** Families that an earlier sound push brought in for certain. */
  private final List<RandomPushes.Plan> stored = new ArrayList<>();

  RandomFlaws(RandomSpelling spelling) {
    this.spelling = spelling;
  }

  /** Notes what {@code push}, a sound one, stores. */
  RandomPush remember(RandomPush push, Set<RandomPushes.Plan> plans) {
    // Counters are left out: a push may bring nothing of them but NaN, which stores nothing.
    plans.stream()
        .filter(plan -> plan.type() != MetricType.COUNTER && !stored.contains(plan))
        .forEach(stored::add);
    return push;
  }

  /** A copy of {@code push} with one flaw. */
  RandomPush add(RandomPush push, Set<RandomPushes.Plan> plans) {
    List<RandomPushes.Plan> others = new ArrayList<>(stored);
    others.removeAll(plans);
    if (!others.isEmpty() && spelling.oneIn(3)) {
      return withLines(push, conflict(spelling.oneOf(others)), RefusalReason.TYPE_CONFLICT);
    }
    if (spelling.oneIn(6)) {
      return new RandomPush(spelling.oneOf(BAD_PATHS), push.body(), RefusalReason.PATH_LABELS);
    }
    if (spelling.oneIn(6)) {
      return truncated(push);
    }
    if (spelling.oneIn(3)) {
      return withLines(push, spelling.oneOf(INVALID_LINES), RefusalReason.INVALID);
    }
    if (spelling.oneIn(2)) {
      return withLines(push, spelling.oneOf(DUPLICATE_LINES), RefusalReason.DUPLICATE);
    }
    return malformed(push);
  }

  private RandomPush malformed(RandomPush push) {
    String line = spelling.oneOf(MALFORMED_LINES);
    // A TYPE line without a type is ignored, so it is a flaw only where the line is cut off.
    return line.equals("# TYPE x")
        ? new RandomPush(push.rawPath(), push.body() + line, RefusalReason.MALFORMED)
        : withLines(push, line, RefusalReason.MALFORMED);
  }

  private static RandomPush truncated(RandomPush push) {
    String body = push.body().substring(0, push.body().length() - 1);
    return new RandomPush(push.rawPath(), body, RefusalReason.MALFORMED);
  }

  private static RandomPush withLines(RandomPush push, String lines, RefusalReason reason) {
    return new RandomPush(push.rawPath(), push.body() + lines + "\n", reason);
  }

  /** A sound sample that cannot stand beside the stored family. */
  private String conflict(RandomPushes.Plan plan) {
    String name = plan.name();
    return switch (plan.type()) {
      case COUNTER, GAUGE -> spelling.oneIn(2) ? name + " 1" : summary(name);
      case UNTYPED -> "# TYPE " + name + " gauge\n" + name + " 1";
      case HISTOGRAM -> spelling.oneIn(2) ? name + "_count 1" : summary(name);
      case SUMMARY -> spelling.oneIn(2) ? name + "_sum 1" : name + " 1";
    };
  }

  private static String summary(String name) {
    return "# TYPE " + name + " summary\n" + name + "_sum 1";
  }
}
