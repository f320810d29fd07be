package dev.pag.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/** Answers OPTIONS: to a browser what a page of an allowed origin may send, to others Allow. */
final class Preflight {
  /** Chromium's cap; Firefox would keep it for a day. */
  private static final String MAX_AGE_SECONDS = "7200";

  private static final Header METHODS =
      new Header(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, Endpoint.METRICS.allow());

  /** Spelled out, since {@code *} does not cover Authorization in the Fetch standard. */
  private static final Header HEADERS =
      new Header(
          HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
          "Content-Type, Content-Encoding, Authorization, Idempotency-Key");

  private static final Header MAX_AGE =
      new Header(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);

  private static final Header VARY =
      new Header(
          HttpHeaderNames.VARY, "Access-Control-Request-Method, Access-Control-Request-Headers");

  private Preflight() {}

  static Answer answer(Endpoint endpoint, HttpRequest request, CorsVerdict verdict) {
    boolean preflight =
        request.headers().contains(HttpHeaderNames.ORIGIN)
            && request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    if (!preflight) {
      return Answer.empty(204, Answer.allow(endpoint));
    }
    return verdict.kind() == CorsVerdict.Kind.ECHO
        ? Answer.empty(204, METHODS, HEADERS, MAX_AGE, VARY)
        : Answer.empty(204, METHODS, HEADERS, MAX_AGE);
  }
}
