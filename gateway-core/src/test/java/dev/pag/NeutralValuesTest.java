package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The neutral value of a merge rule is the engine's own matter and never reaches a page. */
class NeutralValuesTest {
  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void createdTime_pushedAsNaN_notShownAsInfinity() throws PushRefusedException {
    Pushes.push(gateway, "", "# TYPE x counter\nx 1\n# TYPE x_created gauge\nx_created NaN\n");

    assertThat(Pushes.page(gateway)).doesNotContain("Inf");
  }

  @Test
  void info_pushedAsNaN_notShownAsInfinity() throws PushRefusedException {
    Pushes.push(gateway, "", "# TYPE x_info gauge\nx_info 1\n");
    Pushes.push(gateway, "", "# TYPE x_info gauge\nx_info{a=\"b\"} NaN\n");

    assertThat(Pushes.page(gateway)).doesNotContain("Inf");
  }
}
