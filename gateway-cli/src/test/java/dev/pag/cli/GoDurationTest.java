package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0s, 0",
    "500ms, 500",
    "20s, 20000",
    "1.5s, 1500",
    "1m, 60000",
    "1m30s, 90000",
    "1h0.5m, 3630000",
    "24h, 86400000"
  })
  void parse_goDuration_isItsMillis(String text, long millis) {
    assertThat(GoDuration.parse(text)).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "s", "-1s", "1 s", "1d", "1.s", ".5s", "1s2", "PT20S", "١s"})
  void parse_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a duration such as 500ms, 20s or 1m, got '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"24h1ms", "999999999h"})
  void parse_moreThanADay_isRefused(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text)).hasMessageStartingWith("expected at most 24h");
  }
}
