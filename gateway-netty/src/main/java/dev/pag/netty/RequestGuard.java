package dev.pag.netty;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses heads that two HTTP implementations could read differently, on top of what Netty's strict
 * decoder refuses already.
 *
 * <p>Known leniency of the decoder, harmless alone as it does not touch framing: folded header
 * lines, more than one blank in the request line, a version in lower case.
 */
final class RequestGuard {
  /** What may stand in a Host besides letters and digits: RFC 3986, section 3.2.2 and the port. */
  private static final String HOST_MARKS = "-._~%!$&'()*+;=:[]";

  private final int maxHeaderFields;

  RequestGuard(int maxHeaderFields) {
    this.maxHeaderFields = maxHeaderFields;
  }

  /** Null if the head is fine; otherwise the connection must be closed after the answer. */
  @Nullable Refusal check(HttpRequest request) {
    DecoderResult decoded = request.decoderResult();
    if (decoded.isFailure()) {
      return malformed(decoded.cause());
    }
    if (request.headers().size() > maxHeaderFields) {
      return Refusal.of(
          431,
          "too many header fields: " + request.headers().size() + ", limit " + maxHeaderFields);
    }
    Refusal version = checkVersion(request);
    if (version != null) {
      return version;
    }
    Refusal framing = checkTransferEncoding(request);
    if (framing != null) {
      return framing;
    }
    Refusal host = checkHost(request);
    return host != null ? host : checkTarget(request.uri());
  }

  static Refusal malformed(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Refusal.of(414, "request line too long");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Refusal.of(431, "header fields too large");
    }
    return Refusal.of(400, "malformed HTTP: " + Excerpt.of(String.valueOf(cause.getMessage())));
  }

  private static @Nullable Refusal checkVersion(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    boolean known = version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    return known
        ? null
        : Refusal.of(505, "HTTP version not supported: " + Excerpt.of(version.text()));
  }

  private static @Nullable Refusal checkTransferEncoding(HttpRequest request) {
    if (!request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      return null;
    }
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      return Refusal.of(400, "HTTP/1.0 has no transfer encoding");
    }
    boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
    return chunked
        ? null
        : Refusal.of(
            501,
            "transfer encoding '"
                + Excerpt.of(String.join(", ", codings))
                + "' is not supported, only 'chunked'");
  }

  private static @Nullable Refusal checkHost(HttpRequest request) {
    HttpHeaders headers = request.headers();
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      return null;
    }
    if (hosts.size() != 1) {
      return Refusal.of(400, "expected one Host field, found " + hosts.size());
    }
    return isHost(hosts.get(0))
        ? null
        : Refusal.of(400, "bad Host '" + Excerpt.of(hosts.get(0)) + "'");
  }

  private static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isHostByte(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHostByte(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || HOST_MARKS.indexOf(c) >= 0;
  }

  private static @Nullable Refusal checkTarget(String target) {
    return isOriginForm(target)
        ? null
        : Refusal.of(400, "bad request target '" + Excerpt.of(target) + "': expected /path");
  }

  private static boolean isOriginForm(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#') {
        return false;
      }
    }
    return target.startsWith("/");
  }
}
