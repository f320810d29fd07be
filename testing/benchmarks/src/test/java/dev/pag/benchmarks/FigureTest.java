package dev.pag.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.benchmarks.Figure.Direction;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void ratio_onItsBounds_meetsThem() {
    assertThat(atLeast(0.8).meetsRequired()).isTrue();
    assertThat(atLeast(0.9).meetsStretch()).isTrue();
    assertThat(atLeast(0.79).meetsRequired()).isFalse();
  }

  @Test
  void farBelow_isWorseThanHalfOfRequired() {
    assertThat(atLeast(0.4).farBelowRequired()).isFalse();
    assertThat(atLeast(0.39).farBelowRequired()).isTrue();
    assertThat(atMost(300).farBelowRequired()).isFalse();
    assertThat(atMost(301).farBelowRequired()).isTrue();
  }

  @Test
  void skipped_isNeitherMeasuredNorFailed() {
    Figure skipped = Figure.skipped("pushes", "needs wrk");

    assertThat(skipped.measured()).isFalse();
    assertThat(skipped.farBelowRequired()).isFalse();
    assertThat(skipped.detail()).isEqualTo("skipped: needs wrk");
  }

  @Test
  void goalNotMeasured_isNotFailed() {
    assertThat(atLeast(Double.NaN).farBelowRequired()).isFalse();
    assertThat(atMost(Double.NaN).farBelowRequired()).isFalse();
  }

  private static Figure atLeast(double value) {
    return new Figure(1, "pushes", value, "ratio", 0.8, 0.9, Direction.AT_LEAST, "");
  }

  private static Figure atMost(double value) {
    return new Figure(10, "scrape", value, "ms", 150, 50, Direction.AT_MOST, "");
  }
}
