package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.pag.model.RefusalReason;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that close early, half, or never stop sending; on each transport. */
class BadClientsTest {
  private static final String HALF_PUSH =
      "POST /metrics HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\na 1\n";
  private static final int MIB = 1024 * 1024;

  @ParameterizedTest
  @EnumSource(Transport.class)
  void push_closedInTheBody_nothingAppliedNothingKept(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      try (RawClient client = server.connect()) {
        client.send(HALF_PUSH);
      }

      assertIncomplete(server);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void push_resetInTheBody_nothingAppliedNothingKept(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      RawClient client = server.connect().send(HALF_PUSH);
      await().until(() -> server.metrics.inFlight.get() == 1);

      client.reset();

      assertIncomplete(server);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void push_halfClosedInTheBody_toldSo(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      try (RawClient client = server.connect()) {
        RawAnswer answer = client.send(HALF_PUSH).shutdownOutput().read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("the connection ended before the body did\n");
        assertThat(client.readsEnd()).isTrue();
      }
      assertIncomplete(server);
    }
  }

  private static void assertIncomplete(TestServer server) {
    await().until(() -> !server.refusals.refused.isEmpty() && server.isQuiet());
    assertThat(server.refusals.refused).containsExactly(RefusalReason.INCOMPLETE);
    try (RawClient client = server.connect()) {
      assertThat(client.get("/metrics").read().body()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void requests_halfClosedAfterThem_allAnswered(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      try (RawClient client = server.connect()) {
        client
            .push("/metrics", "a 1\n")
            .get("/metrics")
            .push("/metrics", "a 1\n")
            .get("/metrics")
            .push("/metrics", "a 1\n")
            .shutdownOutput();

        assertThat(client.read().status()).isEqualTo(202);
        assertThat(client.read().body()).contains("a 1\n");
        assertThat(client.read().status()).isEqualTo(202);
        assertThat(client.read().body()).contains("a 2\n");
        assertThat(client.read().status()).isEqualTo(202);
        assertThat(client.readsEnd()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void connection_closedIdleOrInTheHead_noTrace(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      try (RawClient idle = server.connect();
          RawClient inTheHead = server.connect().send("POST /metr").shutdownOutput()) {
        assertThat(inTheHead.readsEnd()).isTrue();
        idle.shutdownOutput();
        assertThat(idle.readsEnd()).isTrue();
      }
      assertThat(server.metrics.finished).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void push_refusedEarly_answerSurvivesTheRestOfTheBody(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      String rest = "a 1\n".repeat(MIB);
      try (RawClient client = server.connect()) {
        client.push("/metrics", "???\n" + rest);
        RawAnswer answer = client.read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("line 1, column");
        assertThat(client.readsEnd()).isTrue();
      }
      await().until(server::isQuiet);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void push_neverStopsAfterItsRefusal_cut(Transport transport) throws Exception {
    try (TestServer server =
        TestServer.start(HttpLimits.DEFAULT.withMaxBodyBytes(1000), transport)) {
      byte[] endless = new byte[MIB];
      try (RawClient client = server.connect()) {
        client.send("POST /metrics HTTP/1.1\r\nHost: t\r\nContent-Length: 1000000000\r\n\r\n");

        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 1000; i++) {
                    client.send(endless);
                  }
                })
            .isInstanceOf(UncheckedIOException.class);
      }
    }
  }

  /**
   * The kernel's buffers end somewhere on both ways; then the sender gets stuck, unless the gateway
   * reads on and keeps the answers in its own memory.
   */
  @ParameterizedTest
  @EnumSource(Transport.class)
  void pipelining_answersNotRead_readingStopsAndGoesOn(Transport transport) throws Exception {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport);
        RawClient client = server.connectWithSmallWindow()) {
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger sent = new AtomicInteger();
      Thread sender = new Thread(() -> sendRequests(client, sent, enough));
      sender.start();

      await().atMost(ONE_MINUTE).until(() -> stuck(server, sender));
      enough.set(true);
      String answers = client.readToEnd();
      sender.join();

      assertThat(answers.split("HTTP/1.1 404 ", -1)).hasSize(sent.get() + 1);
      assertThat(server.metrics.finished).hasSize(sent.get());
    }
  }

  private static void sendRequests(RawClient client, AtomicInteger sent, AtomicBoolean enough) {
    String query = "q".repeat(2000);
    while (!enough.get()) {
      client.get("/nothing?" + query);
      sent.incrementAndGet();
    }
    client.send("GET /nothing HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
    sent.incrementAndGet();
  }

  /** The gateway has stopped answering although the sender has more to send. */
  private static boolean stuck(TestServer server, Thread sender) throws InterruptedException {
    int before = server.metrics.finished.size();
    sender.join(300);
    return before > 0 && server.metrics.finished.size() == before;
  }
}
