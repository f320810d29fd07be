package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line gets the same answer whether its spelling is known or not. */
class KnownLinesAgreeTest {
  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void knownUntypedLine_asPartOfDeclaredHistogram_refused() throws PushRefusedException {
    Pushes.push(gateway, "", "x_count 1\n");

    // Two blanks: the same line by the slow way.
    assertRefused("# TYPE x histogram\nx_count  5\n");
    assertRefused("# TYPE x histogram\nx_count 5\n");
    assertThat(Pushes.page(gateway)).isEqualTo("# TYPE x_count untyped\nx_count 1\n");
  }

  @Test
  void knownCountLine_ofNameDeclaredAsCounter_refused() throws PushRefusedException {
    Pushes.push(gateway, "", "# TYPE h histogram\nh_count 1\n");

    assertRefused("# TYPE h_count counter\n# TYPE h histogram\nh_count  1\n");
    assertRefused("# TYPE h_count counter\n# TYPE h histogram\nh_count 1\n");
  }

  @Test
  void knownLine_longerThanAllowed_refused() throws PushRefusedException {
    Pushes.push(gateway, "", "x 1\n");

    String zeros = "0".repeat(GatewayConfig.DEFAULT.maxLineBytes());
    assertRefused("x  1." + zeros + "\n");
    assertRefused("x 1." + zeros + "\n");
  }

  private void assertRefused(String body) {
    assertThatThrownBy(() -> Pushes.push(gateway, "", body))
        .isInstanceOf(PushRefusedException.class);
  }
}
