package dev.pag.netty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The Date field (RFC 9110, section 6.6.1), formatted once a second and event loop. */
final class DateField {
  private static final long MILLIS_PER_SECOND = 1000;

  /**
   * Brings the names of days and months, since the JDK's own would cost the first answer locales.
   */
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .appendText(
              ChronoField.DAY_OF_WEEK, byNumber("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
          .appendPattern(", dd ")
          .appendText(
              ChronoField.MONTH_OF_YEAR,
              byNumber(
                  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                  "Dec"))
          .appendPattern(" yyyy HH:mm:ss 'GMT'")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private long second = -1;
  private String text = "";

  private static Map<Long, String> byNumber(String... names) {
    Map<Long, String> byNumber = new HashMap<>();
    for (String name : names) {
      byNumber.put(byNumber.size() + 1L, name);
    }
    return byNumber;
  }

  String now() {
    long millis = System.currentTimeMillis();
    if (millis / MILLIS_PER_SECOND != second) {
      second = millis / MILLIS_PER_SECOND;
      text = format(Instant.ofEpochMilli(millis));
    }
    return text;
  }

  static String format(Instant time) {
    return FORMAT.format(time);
  }
}
