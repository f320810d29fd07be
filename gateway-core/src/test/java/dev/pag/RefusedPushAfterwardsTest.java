package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refused push leaves nothing behind in the workspace that the next push gets. */
class RefusedPushAfterwardsTest {
  private static final String TYPE = "# TYPE h histogram\n";

  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void nextPush_afterRefusedNewBound_countsAllItsBuckets() throws PushRefusedException {
    String body =
        TYPE
            + """
            h_bucket{le="1"} 0
            h_bucket{le="+Inf"} 7
            h_sum 1
            h_count 7
            """;
    Pushes.push(gateway, "", body);
    assertThatThrownBy(
            () ->
                Pushes.push(
                    gateway,
                    "",
                    TYPE
                        + """
                        h_bucket{le="1"} 0
                        h_bucket{le="5"} 1
                        h_bucket{le="+Inf"} 0
                        """))
        .isInstanceOf(PushRefusedException.class);

    Pushes.push(gateway, "", body);

    assertThat(Pushes.page(gateway))
        .isEqualTo(
            TYPE
                + """
                h_bucket{le="1"} 0
                h_bucket{le="+Inf"} 14
                h_sum 2
                h_count 14
                """);
  }
}
