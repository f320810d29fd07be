package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract 1.4, the limits of a head: too long to be written into the case files. */
class HeadLimitsTest {
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws BindFailedException {
    server = TestServer.start();
    client = server.connect();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void requestLine_over8KiB_414AndClosed() {
    client.get("/metrics?" + "q".repeat(8_000));
    assertThat(client.read().status()).isEqualTo(200);

    client.get("/metrics?" + "q".repeat(8_300));
    RawAnswer answer = client.read();

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.body()).isEqualTo("request line too long\n");
    assertThat(answer.header("connection")).isEqualTo("close");
    assertThat(client.readsEnd()).isTrue();
  }

  @Test
  void headerFields_over16KiB_431AndClosed() {
    client.send("GET /metrics HTTP/1.1\r\nHost: t\r\nX: " + "x".repeat(17_000) + "\r\n\r\n");

    RawAnswer answer = client.read();

    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.body()).isEqualTo("header fields too large\n");
    assertThat(client.readsEnd()).isTrue();
  }

  @Test
  void headerFields_overAHundred_431AndClosed() {
    client.send("GET /metrics HTTP/1.1\r\nHost: t\r\n" + "X: y\r\n".repeat(99) + "\r\n");
    assertThat(client.read().status()).isEqualTo(200);

    client.send("GET /metrics HTTP/1.1\r\nHost: t\r\n" + "X: y\r\n".repeat(100) + "\r\n");
    RawAnswer answer = client.read();

    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.body()).isEqualTo("too many header fields: 101, limit 100\n");
    assertThat(client.readsEnd()).isTrue();
  }
}
