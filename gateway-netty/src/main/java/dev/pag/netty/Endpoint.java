package dev.pag.netty;

/** What a path stands for, with the methods it has. */
enum Endpoint {
  /** {@code /metrics}: scrapes, and pushes without path labels. */
  METRICS("GET, HEAD, POST, PUT, OPTIONS"),
  /** {@code /metrics/<label>/<value>...}: pushes only. */
  LABELLED_METRICS("POST, PUT, OPTIONS"),
  HEALTHY("GET, HEAD"),
  READY("GET, HEAD"),
  OWN_METRICS("GET, HEAD"),
  UNKNOWN("");

  private final String allow;

  Endpoint(String allow) {
    this.allow = allow;
  }

  /** The value of the Allow field. */
  String allow() {
    return allow;
  }

  boolean takesPushes() {
    return this == METRICS || this == LABELLED_METRICS;
  }
}
