package dev.pag.netty;

/** Which paths a listening socket serves. */
enum Listener {
  API {
    @Override
    Endpoint endpoint(String path) {
      return apiEndpoint(path);
    }
  },
  LIFECYCLE {
    @Override
    Endpoint endpoint(String path) {
      return path.equals("/metrics") ? Endpoint.OWN_METRICS : healthEndpoint(path);
    }
  },
  /** Both on one port; the own metrics give way to the scrape. */
  SHARED {
    @Override
    Endpoint endpoint(String path) {
      if (path.equals("/-/metrics")) {
        return Endpoint.OWN_METRICS;
      }
      Endpoint health = healthEndpoint(path);
      return health == Endpoint.UNKNOWN ? apiEndpoint(path) : health;
    }
  };

  /** What the labels part of a push follows. */
  static final String METRICS = "/metrics";

  /**
   * @param path raw, still percent-encoded, without the query
   */
  abstract Endpoint endpoint(String path);

  /** Only the API is for pages of other origins, and only its requests are measured. */
  boolean servesApi() {
    return this != LIFECYCLE;
  }

  private static Endpoint apiEndpoint(String path) {
    if (!path.startsWith(METRICS)) {
      return Endpoint.UNKNOWN;
    }
    String rest = path.substring(METRICS.length());
    if (rest.isEmpty() || rest.equals("/")) {
      return Endpoint.METRICS;
    }
    return rest.charAt(0) == '/' ? Endpoint.LABELLED_METRICS : Endpoint.UNKNOWN;
  }

  private static Endpoint healthEndpoint(String path) {
    return switch (path) {
      case "/healthy", "/-/healthy" -> Endpoint.HEALTHY;
      case "/ready", "/-/ready" -> Endpoint.READY;
      default -> Endpoint.UNKNOWN;
    };
  }
}
