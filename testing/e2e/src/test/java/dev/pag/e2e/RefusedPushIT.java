package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A push that fails at its very end leaves nothing: no sample, no series, no memory. */
class RefusedPushIT {
  private static final String PATH = "/metrics/job/refused";
  private static final String STORED =
      """
      # HELP stored_total Stored before.
      # TYPE stored_total counter
      stored_total{n="1"} 1
      """;

  @Test
  void push_errorInLastLine_leavesNothing() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      GatewayClient client = new GatewayClient(gateway);
      client.push(PATH, STORED);
      Before before = new Before(client);

      HttpResponse<String> answer = push(client, longBody() + "stored_total{n=\"1\"} oops\n");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).startsWith("line 20005, column 21: ");
      before.assertUnchanged(client);
    }
  }

  @Test
  void push_typeConflictInLastFamily_leavesNothing() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      GatewayClient client = new GatewayClient(gateway);
      client.push(PATH, STORED + "# TYPE z gauge\nz 1\n");
      Before before = new Before(client);

      HttpResponse<String> answer = push(client, longBody() + "# TYPE z counter\nz 1\n");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("gauge", "counter");
      before.assertUnchanged(client);
    }
  }

  @Test
  void push_connectionCutInsideBodyOfKnownLength_leavesNothing() throws Exception {
    String body = longBody();
    cutLeavesNothing("Content-Length: " + (body.length() + 1), body);
  }

  @Test
  void push_connectionCutBeforeLastChunk_leavesNothing() throws Exception {
    String body = longBody();
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
    cutLeavesNothing("Transfer-Encoding: chunked", chunk);
  }

  private static void cutLeavesNothing(String framing, String sent) throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      GatewayClient client = new GatewayClient(gateway);
      client.push(PATH, STORED);
      Before before = new Before(client);

      try (RawConnection connection = new RawConnection(gateway.api())) {
        connection.send(RawConnection.pushHead(PATH, framing));
        connection.send(sent);
        await("the push is being read")
            .until(() -> client.ownMetrics().sum(OwnMetrics.STAGING_BYTES) > 0);
      }

      await("the cut is noticed")
          .until(() -> client.ownMetrics().value(OwnMetrics.refusedPushes("incomplete")) == 1);
      before.assertUnchanged(client);
    }
  }

  /** 20,000 samples that would all be fine: new series, new families, and one that is stored. */
  private static String longBody() {
    StringBuilder body =
        new StringBuilder("# TYPE stored_total counter\nstored_total{n=\"1\"} 7\n");
    body.append("# HELP new_total New.\n# TYPE new_total counter\n");
    for (int n = 1; n <= 20_000; n++) {
      body.append("new_total{n=\"").append(n).append("\"} 1\n");
    }
    return body.toString();
  }

  private static HttpResponse<String> push(GatewayClient client, String body) throws Exception {
    return client.tryPush(PATH, body.getBytes(UTF_8));
  }

  /** What must look the same after a refused push. */
  private static final class Before {
    private final String page;
    private final Map<String, Double> sizes;

    Before(GatewayClient client) throws Exception {
      page = client.scrape().text();
      sizes = sizes(client);
    }

    void assertUnchanged(GatewayClient client) throws Exception {
      assertThat(client.scrape().text()).isEqualTo(page);
      assertThat(sizes(client)).isEqualTo(sizes).containsEntry(OwnMetrics.STAGING_BYTES, 0.0);
    }

    private static Map<String, Double> sizes(GatewayClient client) throws Exception {
      return client.ownMetrics().samples().entrySet().stream()
          .filter(sample -> OwnMetrics.isSize(sample.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
