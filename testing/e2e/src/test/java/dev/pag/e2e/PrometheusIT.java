package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.pag.e2e.PrometheusServer.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus, scraping once a second with and without gzip, sees what was pushed. */
class PrometheusIT {
  private static final int FIRST_PUSH = 5;
  private static final int ROUNDS = 6;
  private static final int PUSHES_PER_ROUND = 3;

  @Test
  void increase_ofPushedCounter_equalsWhatWasPushed(@TempDir Path directory) throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start();
        ScrapeProxy gzip = new ScrapeProxy(gateway.apiUri("/metrics"), "gzip");
        ScrapeProxy plain = new ScrapeProxy(gateway.apiUri("/metrics"), "identity")) {
      GatewayClient client = new GatewayClient(gateway);
      pushOrders(client, FIRST_PUSH);
      Map<String, String> targets = Map.of("gzip", gzip.authority(), "plain", plain.authority());

      try (PrometheusServer prometheus = PrometheusServer.start(directory, targets)) {
        awaitValue(prometheus, ordersSeenBy(gzip), FIRST_PUSH);
        awaitValue(prometheus, ordersSeenBy(plain), FIRST_PUSH);
        int pushed = pushOverSomeScrapes(client, prometheus, ordersSeenBy(gzip));
        awaitValue(prometheus, ordersSeenBy(plain), FIRST_PUSH + pushed);

        assertIncrease(prometheus, ordersSeenBy(gzip), pushed);
        assertIncrease(prometheus, ordersSeenBy(plain), pushed);
        assertHistogramAndGauge(prometheus, gzip, FIRST_PUSH + pushed);
        assertEveryScrapeWorked(prometheus);
      }
      assertThat(gzip.contentCodings()).containsExactly("gzip");
      assertThat(plain.contentCodings()).containsExactly("identity");
    }
  }

  /** The job is the pushed one, as honor_labels says; the instance is Prometheus' own target. */
  private static String ordersSeenBy(ScrapeProxy proxy) {
    return "orders_total{job=\"checkout\",instance=\"" + proxy.authority() + "\"}";
  }

  /** Pushes in rounds, each going on when Prometheus has seen the one before. */
  private static int pushOverSomeScrapes(
      GatewayClient client, PrometheusServer prometheus, String series) throws Exception {
    int pushed = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      for (int i = 0; i < PUSHES_PER_ROUND; i++) {
        pushOrders(client, round);
        pushed += round;
      }
      awaitValue(prometheus, series, FIRST_PUSH + pushed);
    }
    return pushed;
  }

  private static void pushOrders(GatewayClient client, int orders)
      throws IOException, InterruptedException {
    client.push(
        "/metrics/job/checkout",
        """
        # TYPE orders_total counter
        orders_total %1$d
        # TYPE open_orders gauge
        open_orders %1$d
        # TYPE order_seconds histogram
        order_seconds_bucket{le="0.5"} %1$d
        order_seconds_bucket{le="+Inf"} %2$d
        order_seconds_sum %2$d
        order_seconds_count %2$d
        """
            .formatted(orders, 2 * orders));
  }

  private static void awaitValue(PrometheusServer prometheus, String series, double value) {
    await(series + " = " + value)
        .atMost(Duration.ofSeconds(30))
        .until(() -> prometheus.instant(series).equals(OptionalDouble.of(value)));
  }

  /**
   * The stored samples say it exactly. {@code increase()} extrapolates to the edges of its window,
   * so it is asked over a window that ends on the last sample and begins a millisecond before the
   * first (later versions leave out a sample on the edge itself): that millisecond is all there is
   * to extrapolate.
   */
  private static void assertIncrease(PrometheusServer prometheus, String series, int pushed)
      throws Exception {
    List<Point> samples = prometheus.samples(series);
    Point first = samples.get(0);
    Point last = samples.get(samples.size() - 1);
    long windowMillis = last.millis() - first.millis() + 1;

    OptionalDouble increase =
        prometheus.instantAt("increase(" + series + "[" + windowMillis + "ms])", last);

    assertThat(samples).extracting(Point::value).isSorted();
    assertThat(last.value() - first.value()).isEqualTo(pushed);
    assertThat(increase).isPresent();
    assertThat(increase.getAsDouble()).isCloseTo(pushed, within(2.0 * pushed / windowMillis));
  }

  private static void assertHistogramAndGauge(
      PrometheusServer prometheus, ScrapeProxy proxy, int orders) throws Exception {
    String labels = "job=\"checkout\",instance=\"" + proxy.authority() + "\"";
    assertThat(prometheus.instant("open_orders{" + labels + "}")).hasValue(orders);
    assertThat(prometheus.instant("order_seconds_count{" + labels + "}")).hasValue(2.0 * orders);
    assertThat(prometheus.instant("order_seconds_sum{" + labels + "}")).hasValue(2.0 * orders);
    assertThat(prometheus.instant("order_seconds_bucket{le=\"0.5\"," + labels + "}"))
        .hasValue(orders);
    assertThat(prometheus.instant("histogram_quantile(0.25, order_seconds_bucket{" + labels + "})"))
        .hasValue(0.25);
  }

  private static void assertEveryScrapeWorked(PrometheusServer prometheus) throws Exception {
    for (String job : List.of("gzip", "plain")) {
      assertThat(prometheus.samples("up{job=\"" + job + "\"}"))
          .hasSizeGreaterThanOrEqualTo(ROUNDS)
          .allSatisfy(up -> assertThat(up.value()).isEqualTo(1));
    }
  }
}
