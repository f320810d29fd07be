package dev.pag.netty;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the head alone what is to be done with a request: guard, origin, route, then for a
 * push credentials, format, length, labels, expectation. So whatever can be refused is refused
 * before a byte of the body is read, and before {@code 100 Continue}.
 *
 * <p>Threads: any; no state but a cache.
 */
final class RequestPlanner {
  private static final Header CHALLENGE =
      new Header(
          HttpHeaderNames.WWW_AUTHENTICATE,
          "Basic realm=\"prom-aggregation-gateway\", charset=\"UTF-8\"");

  private final Listener listener;
  private final CorsPolicy cors;
  private final BasicAuth auth;
  private final long maxBodyBytes;
  private final RequestGuard guard;
  private final PathLabelCache pathLabels = new PathLabelCache();

  RequestPlanner(Listener listener, CorsPolicy cors, BasicAuth auth, HttpLimits limits) {
    this.listener = listener;
    this.cors = cors;
    this.auth = auth;
    this.maxBodyBytes = limits.maxBodyBytes();
    this.guard = new RequestGuard(limits.maxHeaderFields());
  }

  RequestPlan plan(HttpRequest request) {
    Refusal refusal = guard.check(request);
    if (refusal != null) {
      return new RequestPlan(noRoute(), unreadOrigin(), new Action.Refuse(refusal, true));
    }
    String path = path(request.uri());
    Endpoint endpoint = listener.endpoint(path);
    CorsVerdict verdict = judgeOrigin(request.headers());
    Route route = route(endpoint, request.method());
    return new RequestPlan(route, verdict, decide(request, endpoint, path, verdict));
  }

  private @Nullable Route noRoute() {
    return listener.servesApi() ? Route.NO_ROUTE : null;
  }

  /** The head could not be read, its Origin neither: only {@code *} needs to know nothing of it. */
  private CorsVerdict unreadOrigin() {
    return listener.servesApi() && cors.allowsAny() ? CorsVerdict.ANY : CorsVerdict.SAME_ORIGIN;
  }

  private CorsVerdict judgeOrigin(HttpHeaders headers) {
    return listener.servesApi() && headers.contains(HttpHeaderNames.ORIGIN)
        ? cors.judge(headers.getAll(HttpHeaderNames.ORIGIN), headers.get(HttpHeaderNames.HOST))
        : CorsVerdict.SAME_ORIGIN;
  }

  /** The path is what stands before the query; it stays percent-encoded. */
  static String path(String target) {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  private @Nullable Route route(Endpoint endpoint, HttpMethod method) {
    if (endpoint.takesPushes()) {
      if (isPush(method) || method.equals(HttpMethod.OPTIONS)) {
        return Route.POST_METRICS;
      }
      return endpoint == Endpoint.METRICS && isRead(method) ? Route.GET_METRICS : Route.NO_ROUTE;
    }
    return endpoint == Endpoint.UNKNOWN ? noRoute() : null;
  }

  private Action decide(HttpRequest request, Endpoint endpoint, String path, CorsVerdict verdict) {
    HttpMethod method = request.method();
    boolean push = endpoint.takesPushes() && isPush(method);
    if (verdict.refused()) {
      return new Action.Refuse(foreignOrigin(push, request.headers()), false);
    }
    if (endpoint == Endpoint.UNKNOWN) {
      return refuse(404, "no such path");
    }
    if (push) {
      return decidePush(request, path);
    }
    if (endpoint.takesPushes() && method.equals(HttpMethod.OPTIONS)) {
      return sized(request, new Action.Reply(Preflight.answer(endpoint, request, verdict)));
    }
    if (!isRead(method) || endpoint == Endpoint.LABELLED_METRICS) {
      return new Action.Refuse(
          Refusal.of(405, "method not allowed here", Answer.allow(endpoint)), false);
    }
    return sized(request, decideRead(endpoint, request.headers()));
  }

  private static Action decideRead(Endpoint endpoint, HttpHeaders headers) {
    return switch (endpoint) {
      case METRICS ->
          new Action.Scrape(
              AcceptEncoding.prefersGzip(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING)));
      case HEALTHY -> new Action.Health(false);
      case READY -> new Action.Health(true);
      case OWN_METRICS -> new Action.OwnMetrics();
      case LABELLED_METRICS, UNKNOWN ->
          throw new IllegalStateException("bug: nothing to read at " + endpoint);
    };
  }

  private Action decidePush(HttpRequest request, String path) {
    HttpHeaders headers = request.headers();
    if (!accepted(headers.getAll(HttpHeaderNames.AUTHORIZATION))) {
      return refuse(RefusalReason.UNAUTHORIZED, "credentials missing or wrong", CHALLENGE);
    }
    Refusal format = BodyFormat.refusal(headers);
    if (format != null) {
      return new Action.Refuse(format, false);
    }
    if (isTooLong(request)) {
      return refuse(RefusalReason.BODY_TOO_LARGE, tooLong(request));
    }
    Refusal expectation = checkExpectation(request);
    return expectation != null
        ? new Action.Refuse(expectation, false)
        : labelled(path.substring(Listener.METRICS.length()));
  }

  private Action labelled(String rawLabels) {
    try {
      return new Action.Push(pathLabels.parse(rawLabels));
    } catch (PushRefusedException refused) {
      return new Action.Refuse(Refusal.of(refused), false);
    }
  }

  private boolean accepted(List<String> authorization) {
    return auth.accepts(authorization.size() == 1 ? authorization.get(0) : null);
  }

  private static @Nullable Refusal checkExpectation(HttpRequest request) {
    String expect = request.headers().get(HttpHeaderNames.EXPECT);
    // RFC 9110, section 10.1.1: an HTTP/1.0 client cannot mean it.
    if (expect == null
        || request.protocolVersion().equals(HttpVersion.HTTP_1_0)
        || HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)) {
      return null;
    }
    String message = "unknown expectation '" + Excerpt.of(expect) + "'";
    return new Refusal(RefusalReason.MALFORMED, message, Answer.error(417, message));
  }

  /** A body that nobody reads must not be endless either. */
  private Action sized(HttpRequest request, Action action) {
    return isTooLong(request) ? refuse(413, tooLong(request)) : action;
  }

  private boolean isTooLong(HttpRequest request) {
    return HttpUtil.getContentLength(request, 0L) > maxBodyBytes;
  }

  private String tooLong(HttpRequest request) {
    return "body of " + HttpUtil.getContentLength(request, 0L) + " bytes, limit " + maxBodyBytes;
  }

  /** Empty, as in the original: the page that sent it may not read it anyway. */
  private static Refusal foreignOrigin(boolean push, HttpHeaders headers) {
    String message = "foreign origin '" + Excerpt.of(headers.get(HttpHeaderNames.ORIGIN, "")) + "'";
    return new Refusal(
        push ? RefusalReason.FOREIGN_ORIGIN : null,
        message,
        Answer.empty(RefusalReason.FOREIGN_ORIGIN.status()));
  }

  private static Action refuse(int status, String message) {
    return new Action.Refuse(Refusal.of(status, message), false);
  }

  private static Action refuse(RefusalReason reason, String message, Header... headers) {
    return new Action.Refuse(Refusal.of(reason, message, headers), false);
  }

  /** Bytes follow the head, or may. */
  static boolean announcesBody(HttpRequest request) {
    return HttpUtil.isTransferEncodingChunked(request)
        || HttpUtil.getContentLength(request, 0L) > 0;
  }

  private static boolean isPush(HttpMethod method) {
    return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
  }

  private static boolean isRead(HttpMethod method) {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }
}
