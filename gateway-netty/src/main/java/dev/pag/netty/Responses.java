package dev.pag.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;

/** Makes Netty's responses: status, length, and the fields that every answer carries. */
final class Responses {
  private static final FastThreadLocal<DateField> DATE =
      new FastThreadLocal<>() {
        @Override
        protected DateField initialValue() {
          return new DateField();
        }
      };

  private Responses() {}

  /**
   * @param close this answer is the connection's last
   */
  static FullHttpResponse of(Answer answer, Exchange exchange, boolean close) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    ByteBuf content =
        exchange.headOnly() || body.length == 0
            ? Unpooled.EMPTY_BUFFER
            : Unpooled.wrappedBuffer(body);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), content);
    HttpHeaders headers = response.headers();
    if (!answer.contentType().isEmpty()) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
    }
    if (answer.status() != HttpResponseStatus.NO_CONTENT.code()) {
      headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    for (Header header : answer.headers()) {
      headers.add(header.name(), header.value());
    }
    addCommon(headers, exchange, close);
    return response;
  }

  /** Tells a client that waits for it to send the body. */
  static FullHttpResponse continues() {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
  }

  /** The head of a page whose {@code length} bytes follow, or are left out for HEAD. */
  static HttpResponse ofPage(PageHead page, long length, Exchange exchange, boolean close) {
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, page.contentType());
    headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
    if (page.gzip()) {
      headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
    if (page.negotiated()) {
      headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
    }
    addCommon(headers, exchange, close);
    return response;
  }

  private static void addCommon(HttpHeaders headers, Exchange exchange, boolean close) {
    headers.set(HttpHeaderNames.DATE, DATE.get().now());
    if (close) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (exchange.http10()) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
    switch (exchange.cors().kind()) {
      case ANY -> headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
      case ECHO -> {
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, exchange.cors().origin());
        headers.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
      }
      case SAME_ORIGIN, REFUSED -> {}
    }
  }
}
