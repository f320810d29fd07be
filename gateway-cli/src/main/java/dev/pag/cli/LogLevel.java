package dev.pag.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** How much of our own code's log is shown; libraries stay at warnings. */
enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  /** Reads a level in any letter case. */
  static LogLevel parse(String text) {
    return Arrays.stream(values())
        .filter(level -> level.name().equalsIgnoreCase(text))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of " + String.join(", ", names()) + ", got '" + text + "'"));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(level -> level.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** Makes it the level of the running process; there is only one log. */
  void apply() {
    if (LoggerFactory.getLogger("dev.pag") instanceof Logger logger) {
      logger.setLevel(Level.valueOf(name()));
    }
  }
}
