package dev.pag.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SumCheckTest {
  private static final LoadShape SHAPE =
      LoadShape.plain("small", 1_000, List.of("a_total{x=\"1\"} 2", "a_total{x=\"2\"} 0.5"));

  @Test
  void verify_sumsOfAllPushes_passes() {
    assertThatCode(() -> page(200, 50).verify(SHAPE, 100, 0)).doesNotThrowAnyException();
  }

  @Test
  void verify_pushesInWorkAtTheEnd_mayCount() {
    assertThatCode(() -> page(200, 50).verify(SHAPE, 90, 10)).doesNotThrowAnyException();
    assertThatThrownBy(() -> page(200, 50).verify(SHAPE, 90, 9))
        .hasMessage("small: 100 pushes in the sums, 90 answered");
  }

  @Test
  void verify_pushLost_fails() {
    assertThatThrownBy(() -> page(198, 49.5).verify(SHAPE, 100, 64))
        .hasMessage("small: 99 pushes in the sums, 100 answered");
  }

  @Test
  void verify_oneSeriesBehind_fails() {
    assertThatThrownBy(() -> page(200, 49.5).verify(SHAPE, 100, 64))
        .hasMessageContaining("a_total{x=\"2\"}");
  }

  @Test
  void verify_seriesOfOtherShape_doesNotCount() {
    SumCheck check = SumCheck.of("a_total{x=\"1\",shape=\"large\"} 200\n");

    assertThatThrownBy(() -> check.verify(SHAPE, 100, 0))
        .hasMessage("not in the scrape: a_total{x=\"1\",shape=\"small\"}");
  }

  private static SumCheck page(double first, double second) {
    return SumCheck.of(
        "# TYPE a_total counter\n"
            + ("a_total{x=\"1\",shape=\"small\"} " + first + "\n")
            + ("a_total{x=\"2\",shape=\"small\"} " + second + "\n"));
  }
}
