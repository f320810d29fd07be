package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Big pages and bad readers. */
class ScrapeTest {
  private static final int SERIES = 15_000;
  private static final int SERIES_BYTES = 200;
  private static final int PAGE_BYTES_AT_LEAST = SERIES * SERIES_BYTES;

  @ParameterizedTest
  @EnumSource(Transport.class)
  void scraper_stopsReading_othersGoOn(Transport transport) throws BindFailedException {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      server.fill(SERIES, SERIES_BYTES);
      try (RawClient stalled = server.connectWithSmallWindow();
          RawClient other = server.connect()) {
        stalled.get("/metrics");
        for (int i = 0; i < 200; i++) {
          assertThat(other.push("/metrics", "a 1\n").read().status()).isEqualTo(202);
        }
        RawAnswer fresh = other.get("/metrics").read();
        assertThat(fresh.body()).contains("a 200\n");
        assertThat(fresh.bytes()).hasSizeGreaterThan(PAGE_BYTES_AT_LEAST);

        RawAnswer late = stalled.read();
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.bytes()).hasSizeGreaterThan(PAGE_BYTES_AT_LEAST);
        assertThat(stalled.get("/metrics").read().body()).isEqualTo(fresh.body());
      }
    }
  }

  /** On NIO; what epoll cannot do here is said in {@link ListeningSocket}. */
  @Test
  void scraper_closesItsSideAndReadsSlowly_getsThePage() throws BindFailedException {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, Transport.NIO)) {
      server.fill(SERIES, SERIES_BYTES);
      try (RawClient halfClosed = server.connectWithSmallWindow()) {
        RawAnswer answer = halfClosed.get("/metrics").shutdownOutput().read();

        assertThat(answer.bytes()).hasSizeGreaterThan(PAGE_BYTES_AT_LEAST);
        assertThat(halfClosed.readsEnd()).isTrue();
      }
    }
  }

  @Test
  void scraper_stopsReadingForGood_cut() throws BindFailedException {
    HttpLimits impatient = HttpLimits.DEFAULT.withWriteStallTimeout(Duration.ofMillis(300));
    try (TestServer server = TestServer.start(impatient)) {
      server.fill(SERIES, SERIES_BYTES);
      try (RawClient stalled = server.connectWithSmallWindow()) {
        stalled.get("/metrics");

        await().until(() -> !server.metrics.finished.isEmpty() && server.isQuiet());
        await().until(() -> lastFinished(server).startsWith("getMetrics GET 200 "));

        long written = Long.parseLong(lastFinished(server).substring(19));
        assertThat(written).isLessThan(PAGE_BYTES_AT_LEAST);
        assertThat(stalled.drain()).isLessThan(PAGE_BYTES_AT_LEAST);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void scraper_goesAwayInThePage_leavesNothingBehind(Transport transport)
      throws BindFailedException {
    try (TestServer server = TestServer.start(HttpLimits.DEFAULT, transport)) {
      server.fill(SERIES, SERIES_BYTES);
      RawClient stalled = server.connectWithSmallWindow();
      stalled.get("/metrics");
      await().until(() -> server.metrics.inFlight.get() == 1);

      stalled.reset();

      await().until(server::isQuiet);
      assertThat(lastFinished(server)).startsWith("getMetrics GET ");
    }
  }

  @Test
  void scrape_gzipAccepted_codedAndTheSame() throws BindFailedException, IOException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      server.fill(1000, 100);
      String plain = client.get("/metrics").read().body();

      client.send("GET /metrics HTTP/1.1\r\nHost: t\r\nAccept-Encoding: gzip\r\n\r\n");
      RawAnswer coded = client.read();

      assertThat(coded.header("content-encoding")).isEqualTo("gzip");
      assertThat(coded.header("vary")).isEqualTo("accept-encoding");
      assertThat(coded.bytes()).hasSizeLessThan(plain.length() / 2);
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded.bytes()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
      }
    }
  }

  @Test
  void scrape_gzipRefused_plain() throws BindFailedException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.send("GET /metrics HTTP/1.1\r\nHost: t\r\nAccept-Encoding: gzip;q=0, *\r\n\r\n");

      assertThat(client.read().header("content-encoding")).isEqualTo("absent");
    }
  }

  @Test
  void head_gzipAccepted_lengthOfTheCodedPage() throws BindFailedException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      server.fill(1000, 100);
      String accept = " /metrics HTTP/1.1\r\nHost: t\r\nAccept-Encoding: gzip\r\n\r\n";

      RawAnswer head = client.send("HEAD" + accept).read(true);
      RawAnswer get = client.send("GET" + accept).read();

      assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
      assertThat(head.header("content-encoding")).isEqualTo("gzip");
    }
  }

  private static String lastFinished(TestServer server) {
    return server.metrics.finished.get(server.metrics.finished.size() - 1);
  }
}
