package dev.pag.netty;

/**
 * How a page is announced.
 *
 * @param gzip the bytes are gzip coded
 * @param negotiated whether they are depended on the request's Accept-Encoding
 */
record PageHead(String contentType, boolean gzip, boolean negotiated) {
  static PageHead scrape(boolean gzip) {
    return new PageHead("text/plain; version=0.0.4; charset=utf-8", gzip, true);
  }

  static PageHead plain(String contentType) {
    return new PageHead(contentType, false, false);
  }
}
