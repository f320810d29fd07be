package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Path labels so long that a series text under them fits into no page of spellings. */
class LongPathLabelsTest {
  private static final String TOO_LONG = "/job/" + "a".repeat(300_000);

  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void push_underTooLongLabels_refused() {
    assertThatThrownBy(() -> Pushes.push(gateway, TOO_LONG, "x 1\n"))
        .isInstanceOf(PushRefusedException.class);
  }

  @Test
  void push_underTooLongLabels_leavesFamilyUsable() throws PushRefusedException {
    Pushes.push(gateway, "", "x 1\n");
    Throwable thrown = catchThrowable(() -> Pushes.push(gateway, TOO_LONG, "x 1\n"));
    assertThat(thrown).isNotNull();

    Pushes.push(gateway, "/job/b", "x 1\n");

    assertThat(Pushes.page(gateway)).isEqualTo("# TYPE x untyped\nx 1\nx{job=\"b\"} 1\n");
  }

  @Test
  void finish_thatFails_givesStagingBytesBack() {
    Throwable thrown = catchThrowable(() -> Pushes.push(gateway, TOO_LONG, "x 1\n"));
    assertThat(thrown).isNotNull();

    assertThat(gateway.stats().stagingBytes()).isZero();
  }
}
