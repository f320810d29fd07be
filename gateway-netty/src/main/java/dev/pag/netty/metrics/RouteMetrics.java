package dev.pag.netty.metrics;

import dev.pag.netty.Route;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The requests of one route, by method and status.
 *
 * <p>The client chooses the method, so all but the registered ones share one label value.
 */
final class RouteMetrics {
  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "OPTIONS",
          "PATCH",
          "TRACE",
          "CONNECT",
          OwnMetrics.OTHER);
  private static final int OTHER_METHOD = METHODS.size() - 1;
  private static final int STATUS_LIMIT = 600; // exclusive; HTTP has no status above 599

  private final Route route;
  private final Histogram duration;
  private final Histogram responseSize;
  private final GaugeDataPoint inflight;

  /** Series met so far, so that a request neither builds label values nor hashes them. */
  private final AtomicReferenceArray<RequestSeries> series =
      new AtomicReferenceArray<>(METHODS.size() * STATUS_LIMIT);

  private record RequestSeries(DistributionDataPoint duration, DistributionDataPoint size) {}

  RouteMetrics(Route route, Histogram duration, Histogram responseSize, Gauge inflight) {
    this.route = route;
    this.duration = duration;
    this.responseSize = responseSize;
    this.inflight = inflight.labelValues(route.service(), route.handler());
  }

  void started() {
    inflight.inc();
  }

  void finished(String method, int status, long durationNanos, long responseBytes) {
    inflight.dec();
    RequestSeries found = series(methodIndex(method), status);
    found.duration.observe(durationNanos / 1e9);
    found.size.observe((double) responseBytes);
  }

  private RequestSeries series(int method, int status) {
    int index = method * STATUS_LIMIT + status;
    RequestSeries known = series.get(index);
    return known != null ? known : addSeries(index, method, status);
  }

  private RequestSeries addSeries(int index, int method, int status) {
    String[] labels = {
      route.service(), route.handler(), METHODS.get(method), Integer.toString(status)
    };
    RequestSeries added =
        new RequestSeries(duration.labelValues(labels), responseSize.labelValues(labels));
    series.set(index, added); // two threads at once set equal views of the same series
    return added;
  }

  private static int methodIndex(String method) {
    int index = METHODS.indexOf(method);
    return index >= 0 ? index : OTHER_METHOD;
  }
}
