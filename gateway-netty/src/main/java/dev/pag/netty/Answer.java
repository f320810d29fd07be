package dev.pag.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Arrays;
import java.util.List;

/**
 * A short answer that is known as a whole.
 *
 * @param contentType empty if there is no body
 * @param body written as UTF-8
 */
record Answer(int status, String contentType, String body, List<Header> headers) {
  static final String TEXT = "text/plain; charset=utf-8";

  private static final Header NOSNIFF = new Header("x-content-type-options", "nosniff");

  /** A push was applied: the one code every client library takes for success. */
  static final Answer ACCEPTED = new Answer(202, "", "", List.of());

  static Answer empty(int status, Header... headers) {
    return new Answer(status, "", "", List.of(headers));
  }

  /**
   * One line of plain text about an error; {@code nosniff} so that no browser takes it for HTML.
   */
  static Answer error(int status, String line, Header... headers) {
    Header[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = NOSNIFF;
    return new Answer(status, TEXT, line + "\n", List.of(all));
  }

  static Header allow(Endpoint endpoint) {
    return new Header(HttpHeaderNames.ALLOW, endpoint.allow());
  }
}
