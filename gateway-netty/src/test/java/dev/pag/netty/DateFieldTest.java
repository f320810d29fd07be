package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DateFieldTest {
  private static final int DAYS = 366;

  @Test
  void format_exampleOfTheStandard() {
    assertThat(DateField.format(Instant.ofEpochSecond(784_111_777)))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @Test
  void format_anyDay_hasTheEnglishNames() {
    DateTimeFormatter english =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    Instant start = Instant.parse("2026-01-31T23:59:59Z");

    for (int day = 0; day < DAYS; day++) {
      Instant time = start.plus(Duration.ofDays(day));
      assertThat(DateField.format(time)).isEqualTo(english.format(time));
    }
  }
}
