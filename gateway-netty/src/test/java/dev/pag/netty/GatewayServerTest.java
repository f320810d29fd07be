package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pag.Gateway;
import dev.pag.GatewayConfig;
import dev.pag.GatewayMetrics;
import dev.pag.model.RefusalReason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayServerTest {
  @Test
  void start_addressInUse_oneClearLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      assertThatThrownBy(() -> startOn("localhost:0", address))
          .isInstanceOf(BindFailedException.class)
          .hasMessage("cannot listen on " + address + ": address already in use");
    }
  }

  @Test
  void start_addressOfAnotherMachine_oneClearLine() {
    // 192.0.2.0/24 is for documentation, RFC 5737.
    assertThatThrownBy(() -> startOn("192.0.2.1:0", "127.0.0.1:0"))
        .isInstanceOf(BindFailedException.class)
        .hasMessage("cannot listen on 192.0.2.1:0: cannot assign requested address");
  }

  private static void startOn(String api, String lifecycle) throws BindFailedException {
    ServerConfig config =
        new ServerConfig(
            ListenAddress.parse(api),
            ListenAddress.parse(lifecycle),
            CorsPolicy.parse(""),
            BasicAuth.parse(""),
            HttpLimits.DEFAULT,
            Duration.ofSeconds(1),
            "1",
            "2");
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      GatewayServer.start(config, gateway, RequestMetrics.NONE, new FailingPages()).close();
    }
  }

  @Test
  void ownMetrics_failing_500AndTheConnectionGoesOn() throws Exception {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);
        GatewayServer server = startOnePort(gateway);
        RawClient client = RawClient.connect(server.lifecycleAddress())) {
      assertThat(client.get("/-/metrics").read().status()).isEqualTo(500);
      assertThat(client.get("/-/healthy").read().status()).isEqualTo(200);
    }
  }

  private static GatewayServer startOnePort(Gateway gateway) throws BindFailedException {
    ListenAddress address = ListenAddress.parse("127.0.0.1:0");
    ServerConfig config =
        new ServerConfig(
            address,
            address,
            CorsPolicy.parse(""),
            BasicAuth.parse(""),
            HttpLimits.DEFAULT,
            Duration.ofSeconds(1),
            "1",
            "2");
    return GatewayServer.start(config, gateway, RequestMetrics.NONE, new FailingPages());
  }

  @Test
  void requests_measured_byHandlerMethodAndStatus() throws Exception {
    try (TestServer server = TestServer.startProfile("auth");
        RawClient client = server.connect()) {
      String credentials = "Host: t\r\nAuthorization: Basic Ym9iOnR3bw==\r\n";
      client.send("PUT /metrics/job/j HTTP/1.1\r\n" + credentials + "\r\n").read();
      client.send("POST /metrics HTTP/1.1\r\n" + credentials + "\r\n").read();
      client.send("POST /metrics HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n").read();
      client.get("/metrics").read();
      client.get("/nothing").read();
      client.send("BREW /metrics HTTP/1.1\r\nHost: t\r\n\r\n").read();
      client.send("OPTIONS /metrics HTTP/1.1\r\nHost: t\r\n\r\n").read();

      await().until(server::isQuiet);
      assertThat(server.metrics.finished)
          .containsExactly(
              "postMetrics PUT 202 0",
              "postMetrics POST 202 0",
              "postMetrics POST 401 29",
              "getMetrics GET 200 0",
              "noRoute GET 404 13",
              "noRoute other 405 24",
              "postMetrics OPTIONS 204 0");
      assertThat(server.metrics.jobs).containsExactly("j", "");
      assertThat(server.metrics.refused).containsExactly(RefusalReason.UNAUTHORIZED);
      assertThat(server.refusals.refused).isEmpty();
    }
  }

  @Test
  void lifecycleRequests_notMeasured() throws Exception {
    try (TestServer server = TestServer.start();
        RawClient client = server.connectLifecycle()) {
      client.get("/ready").read();
      client.get("/nothing").read();

      assertThat(server.metrics.finished).isEmpty();
    }
  }

  private static final class FailingPages implements LifecyclePages {
    @Override
    public byte[] ownMetrics() {
      throw new IllegalStateException("no page today");
    }

    @Override
    public String ownMetricsContentType() {
      return "text/plain";
    }
  }
}
