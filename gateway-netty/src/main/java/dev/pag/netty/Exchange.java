package dev.pag.netty;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** One request in work: what its answer needs of it, and its measurement. */
final class Exchange {
  /** As nginx logs it: the client went away before there was an answer. */
  static final int CLIENT_GONE = 499;

  private final RequestPlan plan;
  private final HttpMethod method;
  private final String path;
  private final boolean keepAlive;
  private final boolean http10;
  private final RequestMetrics metrics;
  private final long startNanos;
  private boolean finished;

  private Exchange(RequestPlan plan, HttpRequest request, RequestMetrics metrics, long startNanos) {
    this.plan = plan;
    this.method = request.method();
    this.path = RequestPlanner.path(request.uri());
    this.keepAlive = HttpUtil.isKeepAlive(request);
    this.http10 = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    this.metrics = metrics;
    this.startNanos = startNanos;
  }

  static Exchange start(
      RequestPlan plan, HttpRequest request, RequestMetrics metrics, long nowNanos) {
    if (plan.route() != null) {
      metrics.started(plan.route());
    }
    return new Exchange(plan, request, metrics, nowNanos);
  }

  Action action() {
    return plan.action();
  }

  CorsVerdict cors() {
    return plan.cors();
  }

  HttpMethod method() {
    return method;
  }

  /** Raw, without the query, which may carry secrets and belongs in no log. */
  String path() {
    return path;
  }

  boolean keepAlive() {
    return keepAlive;
  }

  boolean http10() {
    return http10;
  }

  boolean headOnly() {
    return method.equals(HttpMethod.HEAD);
  }

  /** Measures the request; only the first call counts. */
  void finish(int status, long responseBytes, long nowNanos) {
    if (finished) {
      return;
    }
    finished = true;
    if (plan.route() != null) {
      metrics.finished(
          plan.route(), methodLabel(method), status, nowNanos - startNanos, responseBytes);
    }
  }

  /** Bounded, as the client may send any token for a method. */
  static String methodLabel(HttpMethod method) {
    return switch (method.name()) {
      case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT" ->
          method.name();
      default -> "other";
    };
  }
}
