package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pag.model.RefusalReason;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final String HALF_PUSH =
      "POST /metrics HTTP/1.1\r\nHost: t\r\nContent-Length: 8\r\n\r\na 1\n";

  @Test
  void close_pushInWork_answeredAndApplied() throws Exception {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.send(HALF_PUSH);
      await().until(() -> server.metrics.inFlight.get() == 1);

      CompletableFuture<Void> closed = CompletableFuture.runAsync(server.server::close);
      awaitNotReady(server);
      client.send("a 1\n".replace('a', 'b'));
      RawAnswer answer = client.read();

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.readsEnd()).isTrue();
      client.shutdownOutput();
      closed.join();
      assertThat(server.refusals.applied).hasValue(1);
      assertThat(server.isQuiet()).isTrue();
    }
  }

  @Test
  void close_pageBeingWritten_finished() throws Exception {
    try (TestServer server = TestServer.start();
        RawClient scraper = server.connectWithSmallWindow()) {
      server.fill(20_000, 200);
      scraper.get("/metrics");
      await().until(() -> server.metrics.inFlight.get() == 1);

      CompletableFuture<Void> closed = CompletableFuture.runAsync(server.server::close);
      awaitNotReady(server);

      assertThat(scraper.read().bytes()).hasSizeGreaterThan(20_000 * 200);
      scraper.shutdownOutput();
      closed.join();
    }
  }

  @Test
  void drain_idleConnections_closedAndNoneAccepted() throws Exception {
    try (TestServer server = TestServer.start();
        RawClient idle = server.connect();
        RawClient used = server.connect()) {
      assertThat(used.push("/metrics", "a 1\n").read().status()).isEqualTo(202);

      server.server.drain();

      assertThat(idle.readsEnd()).isTrue();
      assertThat(used.readsEnd()).isTrue();
      assertThatThrownBy(server::connect).isInstanceOf(UncheckedIOException.class);
      assertThat(readyStatus(server)).isEqualTo(503);
    }
  }

  @Test
  void close_requestThatNeverEnds_cutAtTheBound() throws Exception {
    try (TestServer server = TestServer.startWithDrainTimeout(Duration.ofMillis(200));
        RawClient client = server.connect()) {
      client.send(HALF_PUSH);
      await().until(() -> server.metrics.inFlight.get() == 1);

      server.server.close();

      assertThat(client.drain()).isZero();
      assertThat(server.refusals.refused).containsExactly(RefusalReason.STOPPING);
      assertThat(server.isQuiet()).isTrue();
    }
  }

  @Test
  void close_twice_harmless() throws Exception {
    TestServer server = TestServer.start();
    server.close();
    server.close();
    assertThatThrownBy(server::connect).isInstanceOf(UncheckedIOException.class);
  }

  private static void awaitNotReady(TestServer server) {
    await().until(() -> readyStatus(server) == 503);
  }

  private static int readyStatus(TestServer server) {
    try (RawClient client = server.connectLifecycle()) {
      return client.get("/ready").read().status();
    }
  }
}
