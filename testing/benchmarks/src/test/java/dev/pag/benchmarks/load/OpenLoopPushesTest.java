package dev.pag.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenLoopPushesTest {
  @Test
  void due_dependsOnNothingButTheNumber() {
    assertThat(OpenLoopPushes.dueAfterNanos(0, 2_000)).isZero();
    assertThat(OpenLoopPushes.dueAfterNanos(1, 2_000)).isEqualTo(500_000);
    assertThat(OpenLoopPushes.dueAfterNanos(40_000, 2_000)).isEqualTo(20_000_000_000L);
  }

  @Test
  void due_ofRateThatDividesBadly_doesNotDrift() {
    assertThat(OpenLoopPushes.dueAfterNanos(3_000_000, 3_000)).isEqualTo(1_000_000_000_000L);
  }
}
