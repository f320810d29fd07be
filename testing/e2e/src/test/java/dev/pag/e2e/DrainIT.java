package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** A gateway that is told to stop answers what it has begun, then ends with 0. */
class DrainIT {
  private static final String PATH = "/metrics/job/drain";
  private static final String FIRST_HALF = "# TYPE drained_total counter\ndrained_total 1\n";
  private static final String SECOND_HALF = "# TYPE late_total counter\nlate_total 1\n";

  @Test
  void sigterm_insidePush_isAnsweredBeforeTheEnd() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start();
        RawConnection connection = new RawConnection(gateway.api())) {
      GatewayClient client = new GatewayClient(gateway);
      connection.send(
          RawConnection.pushHead(
              PATH, "Content-Length: " + (FIRST_HALF.length() + SECOND_HALF.length())));
      connection.send(FIRST_HALF);
      await("the push is being read")
          .until(() -> client.ownMetrics().sum(OwnMetrics.STAGING_BYTES) > 0);

      gateway.terminate();
      await("it is no longer ready").until(() -> client.readiness() == 503);
      connection.send(SECOND_HALF);

      assertThat(connection.readAnswer()).isEqualTo(202);
      assertThat(gateway.awaitExit()).isZero();
    }
  }
}
