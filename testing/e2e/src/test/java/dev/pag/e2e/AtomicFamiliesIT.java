package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Sixty families, pushed together by eight connections without pause: every value on every page is
 * the number of pushes in it, so one that differs is a push shown in part.
 */
class AtomicFamiliesIT {
  private static final int FAMILIES = 60;
  private static final int SAMPLES = FAMILIES / 3 * (1 + 1 + 4);
  private static final int CONNECTIONS = 8;
  private static final int SCRAPES = Integer.getInteger("pag.atomicScrapes", 10_000);

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();

  @Test
  void scrapes_whileFamiliesArePushedTogether_neverShowTwoApart() throws Exception {
    ExecutorService pushers = Executors.newFixedThreadPool(CONNECTIONS);
    try (GatewayProcess gateway = GatewayProcess.start(List.of())) {
      GatewayClient client = new GatewayClient(gateway);
      client.push("/metrics/job/atomic", body());
      sent.set(1);
      answered.set(1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(pushers.submit(() -> pushUntilStopped(gateway.api())));
      }

      for (int scrape = 0; scrape < SCRAPES; scrape++) {
        long answeredBefore = answered.get();
        long shown = onlyValue(client.scrape());
        assertThat(shown).isBetween(answeredBefore, sent.get());
      }

      stopped.set(true);
      for (Future<?> pusher : running) {
        pusher.get();
      }
      assertThat(onlyValue(client.scrape())).isEqualTo(answered.get()).isGreaterThan(SCRAPES / 10);
      System.out.printf("%d scrapes while %d pushes were applied%n", SCRAPES, answered.get());
    } finally {
      stopped.set(true);
      pushers.shutdownNow();
    }
  }

  private Void pushUntilStopped(InetSocketAddress api) throws Exception {
    byte[] request = RawConnection.pushRequest("/metrics/job/atomic", body().getBytes(UTF_8));
    try (RawConnection connection = new RawConnection(api)) {
      while (!stopped.get()) {
        sent.incrementAndGet();
        connection.send(request);
        assertThat(connection.readAnswer()).isEqualTo(202);
        answered.incrementAndGet();
      }
    }
    return null;
  }

  private static long onlyValue(ScrapePage page) {
    Collection<Double> values = page.samples().values();
    assertThat(values).hasSize(SAMPLES);
    assertThat(new HashSet<>(values)).as("values on one page:\n%s", page.text()).hasSize(1);
    return values.iterator().next().longValue();
  }

  /** Each sample adds 1, in counters, gauges and histograms by turns. */
  private static String body() {
    StringBuilder body = new StringBuilder();
    for (int family = 0; family < FAMILIES; family += 3) {
      body.append(
          """
          # TYPE f%1$02d_total counter
          f%1$02d_total 1
          # TYPE f%2$02d gauge
          f%2$02d 1
          # TYPE f%3$02d histogram
          f%3$02d_bucket{le="1"} 1
          f%3$02d_bucket{le="+Inf"} 1
          f%3$02d_sum 1
          f%3$02d_count 1
          """
              .formatted(family, family + 1, family + 2));
    }
    return body.toString();
  }
}
