package dev.pag.netty;

/**
 * The original's handlers, as its request metrics label them.
 *
 * <p>Only requests of the API are measured: the original's lifecycle router has no such middleware.
 * Its {@code service} label is the empty string everywhere, because the original never names its
 * service to the middleware.
 */
public enum Route {
  GET_METRICS("getMetrics"),
  POST_METRICS("postMetrics"),
  /** Unknown path, a method the path does not have, or no readable request at all. */
  NO_ROUTE("noRoute");

  private final String handler;

  Route(String handler) {
    this.handler = handler;
  }

  /** The value of the {@code handler} label. */
  public String handler() {
    return handler;
  }

  /** The value of the {@code service} label. */
  public String service() {
    return "";
  }
}
