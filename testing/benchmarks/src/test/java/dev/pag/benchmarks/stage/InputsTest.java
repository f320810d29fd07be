package dev.pag.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.Gateway;
import dev.pag.PathLabels;
import dev.pag.PushResult;
import dev.pag.testing.Pushes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputsTest {
  private static final int SERIES = 2_000;

  @ParameterizedTest
  @EnumSource
  void equalPushes_anyOrder_fullAndKnown(LineOrder order) {
    Inputs inputs = new Inputs(SERIES);
    try (Gateway gateway = EnginePushes.gatewayOf(inputs.equalPushes(LineOrder.IN_ORDER))) {
      for (byte[] body : inputs.equalPushes(order)) {
        PushResult result = EnginePushes.push(gateway, PathLabels.NONE, body);

        assertThat(result.samples()).isEqualTo(Inputs.LINES_A_PUSH);
        assertThat(result.newSeries()).isZero();
      }
    }
  }

  @Test
  void subset_inOrder_aboutSeventyPercent() {
    byte[][] pushes = new Inputs(SERIES).equalPushes(LineOrder.SUBSET);

    assertThat(pushes.length * Inputs.LINES_A_PUSH).isBetween(SERIES * 6 / 10, SERIES * 8 / 10);
  }

  @ParameterizedTest
  @EnumSource
  void exposition_asLongAsItSays(Exposition file) {
    assertThat(file.text().length).isBetween(Exposition.BYTES - 200, Exposition.BYTES);
  }

  @Test
  void serverExposition_pushed_allTypesOnThePage() {
    try (Gateway gateway = EnginePushes.gatewayOf(new byte[][] {Exposition.SERVER.text()})) {
      assertThat(Pushes.page(gateway))
          .contains(" counter\n", " gauge\n", " histogram\n", " summary\n");
      assertThat(gateway.stats().series()).isBetween(300L, 3_000L);
    }
  }
}
