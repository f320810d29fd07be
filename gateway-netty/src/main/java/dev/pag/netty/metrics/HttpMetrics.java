package dev.pag.netty.metrics;

import dev.pag.netty.Route;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Objects;

/**
 * Requests under the names, labels and buckets of the original, which has them from <a
 * href="https://github.com/slok/go-http-metrics">slok/go-http-metrics</a>.
 */
final class HttpMetrics {
  private static final double[] DURATION_SECONDS = {
    .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10
  };
  private static final double[] RESPONSE_BYTES = {1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private final EnumMap<Route, RouteMetrics> byRoute = new EnumMap<>(Route.class);

  HttpMetrics(PrometheusRegistry registry) {
    Histogram duration =
        histogram(
            registry,
            "http_request_duration_seconds",
            "Time from the head of a request to the end of its answer.",
            DURATION_SECONDS);
    Histogram responseSize =
        histogram(
            registry,
            "http_response_size_bytes",
            "Bytes of the answers' bodies as sent.",
            RESPONSE_BYTES);
    Gauge inflight =
        Gauge.builder()
            .name("http_requests_inflight")
            .help("Requests being read or answered.")
            .labelNames("service", "handler")
            .withoutExemplars()
            .register(registry);
    for (Route route : Route.values()) {
      byRoute.put(route, new RouteMetrics(route, duration, responseSize, inflight));
    }
  }

  void started(Route route) {
    of(route).started();
  }

  void finished(Route route, String method, int status, long durationNanos, long responseBytes) {
    of(route).finished(method, status, durationNanos, responseBytes);
  }

  private RouteMetrics of(Route route) {
    return Objects.requireNonNull(byRoute.get(route));
  }

  private static Histogram histogram(
      PrometheusRegistry registry, String name, String help, double[] bounds) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames("service", "handler", "method", "code")
        .classicOnly()
        .classicUpperBounds(bounds)
        .withoutExemplars()
        .register(registry);
  }
}
