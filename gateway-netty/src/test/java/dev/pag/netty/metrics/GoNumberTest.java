package dev.pag.netty.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-2.5, -2.5",
    "0.005, 0.005",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "10, 10",
    "100000, 100000",
    "999999, 999999",
    "1000000, 1e+06",
    "1E9, 1e+09",
    "123456789, 1.23456789e+08",
    "123456.789, 123456.789",
    "1.5E300, 1.5e+300",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void toString_printsAsGo(double value, String expected) {
    assertThat(GoNumber.toString(value)).isEqualTo(expected);
  }
}
