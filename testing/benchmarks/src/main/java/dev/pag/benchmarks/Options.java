package dev.pag.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param json where to write the report for programs; null: nowhere
 * @param docs whether docs/PERFORMANCE.md is rewritten
 * @param flags of the gateway's JVM, beyond those each part starts it with
 */
record Options(Mode mode, Set<Part> parts, @Nullable Path json, boolean docs, List<String> flags) {
  static final String USAGE =
      """
      --quick            minutes instead of the full figures
      --smoke            seconds, only to see that it works
      --only PART,PART   of stage, load, original, scrape, latency, startup, memory
      --json FILE        also writes the report as JSON
      --docs             also rewrites docs/PERFORMANCE.md
      --jvm "FLAG FLAG"  further flags of the gateway's JVM
      """;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if one is unknown or lacks its value
   */
  static Options parse(String... args) {
    Mode mode = Mode.FULL;
    Set<Part> parts = EnumSet.allOf(Part.class);
    Path json = null;
    boolean docs = false;
    List<String> flags = List.of();
    Queue<String> left = new ArrayDeque<>(List.of(args));
    for (String option = left.poll(); option != null; option = left.poll()) {
      switch (option) {
        case "--quick" -> mode = Mode.QUICK;
        case "--smoke" -> mode = Mode.SMOKE;
        case "--only" -> parts = parts(value(option, left));
        case "--json" -> json = Path.of(value(option, left));
        case "--docs" -> docs = true;
        case "--jvm" -> flags = Arrays.asList(value(option, left).split(" +", -1));
        default -> throw new IllegalArgumentException("unknown option: " + option);
      }
    }
    return new Options(mode, parts, json, docs, flags);
  }

  private static String value(String option, Queue<String> left) {
    String value = left.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  private static Set<Part> parts(String names) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : names.split(",", -1)) {
      try {
        parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("no such part: " + name, e);
      }
    }
    return parts;
  }
}
