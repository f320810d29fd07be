package dev.pag.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Durations as Go programs write them: {@code 500ms}, {@code 1.5s}, {@code 1m30s}. */
final class GoDuration {
  private static final Pattern PART = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("0|(" + PART.pattern() + ")+");

  /** Longer ones are typing errors, and could overflow where deadlines are computed. */
  private static final BigDecimal MAX_MILLIS = BigDecimal.valueOf(Duration.ofHours(24).toMillis());

  private GoDuration() {}

  /**
   * Reads a duration from 0 to 24h, in milliseconds; only zero may go without a unit.
   *
   * @throws IllegalArgumentException with one line if {@code text} is none
   */
  static Duration parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected a duration such as 500ms, 20s or 1m, got '" + text + "'");
    }
    BigDecimal millis =
        PART.matcher(text)
            .results()
            .map(GoDuration::millis)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (millis.compareTo(MAX_MILLIS) > 0) {
      throw new IllegalArgumentException("expected at most 24h, got '" + text + "'");
    }
    return Duration.ofMillis(millis.longValue());
  }

  private static BigDecimal millis(MatchResult part) {
    long unitMillis =
        switch (part.group(2)) {
          case "ms" -> 1L;
          case "s" -> 1_000L;
          case "m" -> 60_000L;
          default -> 3_600_000L;
        };
    return new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unitMillis));
  }
}
