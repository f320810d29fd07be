package dev.pag.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of the files that Linux shows a process by, see proc(5). */
final class ProcFiles {
  private static final long BYTES_PER_KIB = 1024;

  private ProcFiles() {}

  /**
   * Nanoseconds on a processor, from {@code /proc/PID/task/TID/schedstat}: time on the processor,
   * time waiting for one, number of turns.
   */
  static long cpuNanos(String schedstat) {
    return Long.parseLong(schedstat.strip().split(" ", -1)[0]);
  }

  /**
   * A field of {@code /proc/PID/status} that is a size.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  static long bytes(String status, String field) {
    String size = field(status, field);
    return Long.parseLong(size.substring(0, size.indexOf(' '))) * BYTES_PER_KIB;
  }

  /** The processors a process may run on, from {@code /proc/PID/status}: {@code 0-2,5}. */
  static List<Integer> processors(String status) {
    List<Integer> processors = new ArrayList<>();
    for (String range : field(status, "Cpus_allowed_list").split(",", -1)) {
      String[] ends = range.split("-", -1);
      for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
        processors.add(i);
      }
    }
    return processors;
  }

  private static String field(String status, String field) {
    return status
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field " + field + " in: " + status));
  }
}
