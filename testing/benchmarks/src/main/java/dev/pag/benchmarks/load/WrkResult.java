package dev.pag.benchmarks.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk counted in one run.
 *
 * @param requests answered
 * @param failures answers that were not 2xx, and socket errors
 */
record WrkResult(long requests, double perSecond, long failures) {
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
  private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern NOT_2XX = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern SOCKET_ERRORS =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  /**
   * @throws IllegalArgumentException if it is not the output of a run that ended
   */
  static WrkResult parse(String output) {
    long failures = optional(NOT_2XX, output);
    Matcher errors = SOCKET_ERRORS.matcher(output);
    if (errors.find()) {
      for (int i = 1; i <= errors.groupCount(); i++) {
        failures += Long.parseLong(errors.group(i));
      }
    }
    return new WrkResult(
        Long.parseLong(required(REQUESTS, output)),
        Double.parseDouble(required(PER_SECOND, output)),
        failures);
  }

  private static long optional(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static String required(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no '" + pattern + "' in the output of wrk:\n" + output);
    }
    return matcher.group(1);
  }
}
