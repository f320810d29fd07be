package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pag.Gateway;
import dev.pag.GatewayConfig;
import dev.pag.model.RefusalReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole pipeline without a socket, with a clock that the test turns. */
class ConnectionHandlerTest {
  private static final String FIXED =
      "POST /metrics/job/x HTTP/1.1\r\nHost: t\r\nContent-Length: 8\r\n\r\na 1\nb 2\n";
  private static final String CHUNKS = "5\r\na 1\nb\r\n3\r\n 2\n\r\n0\r\n\r\n";
  private static final String CHUNKED =
      "PUT /metrics/job/x HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS;
  private static final String REFUSED =
      "POST /metrics HTTP/1.1\r\nHost: t\r\nContent-Length: 8\r\n\r\na 1\nb ?\n";
  private static final String HEAD_ONLY =
      "POST /metrics HTTP/1.1\r\nHost: t\r\nContent-Length: 8\r\n\r\n";

  private final RecordedRefusals refusals = new RecordedRefusals();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, refusals);
  private final Readiness readiness = new Readiness(0, System::nanoTime);

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {FIXED, CHUNKED})
  void push_cutAtEveryPosition_accepted(String request) {
    for (int cut = 0; cut <= request.length(); cut++) {
      EmbeddedChannel channel = open();

      write(channel, request.substring(0, cut));
      write(channel, request.substring(cut));

      assertThat(written(channel)).as("cut at %d", cut).startsWith("HTTP/1.1 202 ");
      assertReleased(channel);
    }
    int pushes = request.length() + 1;
    assertThat(refusals.applied).hasValue(pushes);
    assertThat(scraped()).contains("a{job=\"x\"} " + pushes + "\n");
    assertThat(scraped()).contains("b{job=\"x\"} " + 2 * pushes + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {FIXED, CHUNKED})
  void push_byteByByte_accepted(String request) {
    EmbeddedChannel channel = open();

    for (int i = 0; i < request.length(); i++) {
      write(channel, request.substring(i, i + 1));
    }

    assertThat(written(channel)).startsWith("HTTP/1.1 202 ");
    assertThat(metrics.jobs).containsExactly("x");
    assertReleased(channel);
  }

  @Test
  void push_refusedAtItsLastLine_cutAnywhere_nothingApplied() {
    for (int cut = 0; cut <= REFUSED.length(); cut++) {
      EmbeddedChannel channel = open();

      write(channel, REFUSED.substring(0, cut));
      write(channel, REFUSED.substring(cut));

      assertThat(written(channel))
          .as("cut at %d", cut)
          .startsWith("HTTP/1.1 400 ")
          .contains("line 2, column");
      assertReleased(channel);
    }
    assertThat(refusals.applied).hasValue(0);
    assertThat(scraped()).doesNotContain("a ");
  }

  @ParameterizedTest
  @ValueSource(strings = {FIXED, CHUNKED})
  void connection_lostAtEveryPosition_leavesNothingBehind(String request) {
    int headLength = request.indexOf("\r\n\r\n") + 4;
    for (int cut = 0; cut < request.length(); cut++) {
      EmbeddedChannel channel = open();

      write(channel, request.substring(0, cut));
      assertReleased(channel);
    }

    assertThat(refusals.applied).hasValue(0);
    assertThat(refusals.refused)
        .hasSize(request.length() - headLength)
        .containsOnly(RefusalReason.INCOMPLETE);
    assertThat(scraped()).doesNotContain("a");
  }

  @Test
  void idle_atItsDeadline_closed() {
    EmbeddedChannel channel = open();
    write(channel, FIXED);

    advance(channel, 74);
    assertThat(channel.isActive()).isTrue();
    advance(channel, 10);
    assertThat(channel.isActive()).isFalse();
    assertReleased(channel);
  }

  @Test
  void idle_headByteByByte_doesNotMoveTheDeadline() {
    EmbeddedChannel channel = open();

    for (int i = 0; i < 10; i++) {
      write(channel, HEAD_ONLY.substring(i, i + 1));
      advance(channel, 9);
    }

    assertThat(channel.isActive()).isFalse();
    assertReleased(channel);
  }

  @Test
  void body_stalled_408AndClosed() {
    EmbeddedChannel channel = open();
    write(channel, HEAD_ONLY + "a 1\n");

    advance(channel, 38);

    assertThat(written(channel))
        .startsWith("HTTP/1.1 408 ")
        .contains("connection: close")
        .endsWith("the body did not arrive in time\n");
    assertThat(channel.isActive()).isFalse();
    assertThat(refusals.refused).containsExactly(RefusalReason.TIMEOUT);
    assertReleased(channel);
  }

  @Test
  void body_slowButMoving_accepted() {
    EmbeddedChannel channel = open();
    write(channel, HEAD_ONLY);

    for (char c : "a 1\nb 2\n".toCharArray()) {
      advance(channel, 29);
      write(channel, String.valueOf(c));
    }

    assertThat(written(channel)).startsWith("HTTP/1.1 202 ");
    assertReleased(channel);
  }

  @Test
  void scrape_pageAwaited_pipelinedRequestsWaitTheirTurn() {
    EmbeddedChannel channel = open();

    write(channel, FIXED + "GET /metrics HTTP/1.1\r\nHost: t\r\n\r\n" + FIXED + REFUSED);
    StringBuilder answers = new StringBuilder();
    await()
        .until(
            () -> {
              channel.runPendingTasks();
              return answers.append(written(channel)).indexOf("line 2, column") >= 0;
            });

    assertThat(answers).containsSubsequence(" 202 ", " 200 ", "a{job=\"x\"} 1\n", " 202 ", " 400 ");
    assertReleased(channel);
  }

  @Test
  void scrape_connectionLostWhileAwaited_measuredOnce() {
    EmbeddedChannel channel = open();

    write(channel, "GET /metrics HTTP/1.1\r\nHost: t\r\n\r\n");
    assertReleased(channel);

    // 499, or 200 if the page was quicker.
    assertThat(metrics.finished).singleElement().asString().startsWith("getMetrics GET ");
  }

  @Test
  void drain_idleConnection_closedAfterAGrace() {
    EmbeddedChannel channel = open();

    channel.pipeline().fireUserEventTriggered(DrainEvent.BEGIN);
    assertThat(channel.isActive()).isTrue();
    advance(channel, 1);

    assertThat(channel.isActive()).isFalse();
    assertReleased(channel);
  }

  @Test
  void cut_pushInWork_refusedAsStopping() {
    EmbeddedChannel channel = open();
    write(channel, HEAD_ONLY);

    channel.pipeline().fireUserEventTriggered(DrainEvent.CUT);

    assertThat(channel.isActive()).isFalse();
    assertThat(refusals.refused).containsExactly(RefusalReason.STOPPING);
    assertReleased(channel);
  }

  private EmbeddedChannel open() {
    HttpLimits limits = HttpLimits.DEFAULT;
    LifecyclePages noPages =
        new LifecyclePages() {
          @Override
          public byte[] ownMetrics() {
            return new byte[0];
          }

          @Override
          public String ownMetricsContentType() {
            return "text/plain";
          }
        };
    Edge edge =
        new Edge(
            gateway,
            new RequestPlanner(Listener.API, CorsPolicy.parse(""), BasicAuth.parse(""), limits),
            limits,
            metrics,
            new RefusalLog(System::nanoTime, line -> {}),
            readiness,
            new HealthAnswers("1", "2"),
            new PageSupplier(gateway, readiness, noPages, Runnable::run));
    EmbeddedChannel channel = new EmbeddedChannel(new HttpInitializer(edge, new Connections()));
    channel.freezeTime();
    return channel;
  }

  private static void write(EmbeddedChannel channel, String bytes) {
    if (!bytes.isEmpty() && channel.isActive()) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  /** All that was written since the last call. */
  private static String written(EmbeddedChannel channel) {
    StringBuilder text = new StringBuilder();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      text.append(out.toString(StandardCharsets.UTF_8));
      out.release();
    }
    return text.toString();
  }

  /** In the steps of the timer, as an event loop would run it. */
  private static void advance(EmbeddedChannel channel, int seconds) {
    for (int i = 0; i < seconds; i++) {
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
  }

  private void assertReleased(EmbeddedChannel channel) {
    written(channel);
    assertThat(channel.finishAndReleaseAll()).as("nothing left in the channel").isFalse();
    assertThat(gateway.stats().stagingBytes()).isZero();
    assertThat(metrics.inFlight).hasValue(0);
  }

  private String scraped() {
    StringBuilder text = new StringBuilder();
    PieceSource page = PieceSource.of(gateway.scrape().join());
    for (int i = 0; i < page.pieceCount(); i++) {
      text.append(new String(page.piece(i), StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
