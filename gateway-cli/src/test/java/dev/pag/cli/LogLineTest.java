package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-31T12:00:00Z     | INFO  | a.b.Where | 2026-01-31T12:00:00.000Z INFO  Where: is 7",
        "2026-01-31T12:00:00.019Z | ERROR | Where     | 2026-01-31T12:00:00.019Z ERROR Where: is 7"
      })
  void event_isOneLine(Instant time, String level, String logger, String line) {
    assertThat(line(time, level, logger, null)).isEqualTo(line + System.lineSeparator());
  }

  @Test
  void event_withException_hasItsCausesBelow() {
    Exception failure = new IllegalStateException("outer", new IllegalArgumentException("inner"));

    assertThat(line(Instant.EPOCH, "WARN", "Where", failure).lines())
        .startsWith(
            "1970-01-01T00:00:00.000Z WARN  Where: is 7", "java.lang.IllegalStateException: outer")
        .anyMatch(line -> line.contains("at dev.pag.cli.LogLineTest."))
        .anyMatch(line -> line.contains("Caused by: java.lang.IllegalArgumentException: inner"));
  }

  private static String line(
      Instant time, String level, String logger, @Nullable Exception failure) {
    LoggingEvent event =
        new LoggingEvent(
            LogLineTest.class.getName(),
            new LoggerContext().getLogger(logger),
            Level.valueOf(level),
            "is {}",
            failure,
            new Object[] {7});
    event.setInstant(time);
    return new LogLine().doLayout(event);
  }
}
