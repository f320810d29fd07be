package dev.pag.netty;

import dev.pag.Gateway;
import dev.pag.GatewayConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A gateway with its real listeners on free loopback ports. */
final class TestServer implements AutoCloseable {
  static final String OWN_METRICS = "own_metric 1\n";

  /** The same port 0 on two names of the loopback: two listeners, each on a free port. */
  private static final ListenAddress API = new ListenAddress("127.0.0.1", 0);

  private static final ListenAddress LIFECYCLE = new ListenAddress("localhost", 0);

  final Gateway gateway;
  final GatewayServer server;
  final RecordedMetrics metrics = new RecordedMetrics();
  final RecordedRefusals refusals = new RecordedRefusals();

  private TestServer(ServerConfig config, Transport transport) throws BindFailedException {
    gateway = new Gateway(GatewayConfig.DEFAULT, refusals);
    server = GatewayServer.start(config, gateway, metrics, new OwnPages(), transport);
  }

  static TestServer start() throws BindFailedException {
    return start(HttpLimits.DEFAULT);
  }

  static TestServer start(HttpLimits limits) throws BindFailedException {
    return start(limits, Transport.best());
  }

  static TestServer start(HttpLimits limits, Transport transport) throws BindFailedException {
    return new TestServer(config("", "", limits, false), transport);
  }

  static TestServer startWithDrainTimeout(Duration timeout) throws BindFailedException {
    ServerConfig config = config("", "", HttpLimits.DEFAULT, false);
    return new TestServer(
        new ServerConfig(
            config.apiListen(),
            config.lifecycleListen(),
            config.cors(),
            config.auth(),
            config.limits(),
            timeout,
            config.version(),
            config.commit()),
        Transport.best());
  }

  /** As the cases in {@code http/} name them. */
  static TestServer startProfile(String profile) throws BindFailedException {
    HttpLimits limits = HttpLimits.DEFAULT;
    return new TestServer(
        switch (profile) {
          case "open" -> config("", "", limits, false);
          case "auth" -> config("*", "ann=one=1,bob=two", limits, false);
          case "any" -> config("*", "", limits, false);
          case "list" -> config("https://a.com,https://*.b.com", "", limits, false);
          case "small" -> config("*", "", limits.withMaxBodyBytes(32), false);
          case "oneport" -> config("", "", limits, true);
          default -> throw new IllegalArgumentException("no such profile: " + profile);
        },
        Transport.best());
  }

  private static ServerConfig config(
      String cors, String users, HttpLimits limits, boolean onePort) {
    return new ServerConfig(
        API,
        onePort ? API : LIFECYCLE,
        CorsPolicy.parse(cors),
        BasicAuth.parse(users),
        limits,
        Duration.ofSeconds(10),
        "1.2.3",
        "c0ffee");
  }

  RawClient connect() {
    return RawClient.connect(server.apiAddress());
  }

  RawClient connectLifecycle() {
    return RawClient.connect(server.lifecycleAddress());
  }

  RawClient connectWithSmallWindow() {
    return RawClient.connectWithSmallWindow(server.apiAddress());
  }

  /** Pushes {@code count} series of about {@code seriesBytes} bytes each. */
  void fill(int count, int seriesBytes) {
    String padding = "v".repeat(seriesBytes - 20);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < count; i++) {
      body.append("big{n=\"").append(i).append("\",p=\"").append(padding).append("\"} 1\n");
    }
    try (RawClient client = connect()) {
      RawAnswer answer = client.push("/metrics", body.toString()).read();
      if (answer.status() != 202) {
        throw new IllegalStateException("not filled: " + answer);
      }
    }
  }

  /** No request is in work, and no push holds memory. */
  boolean isQuiet() {
    return metrics.inFlight.get() == 0 && gateway.stats().stagingBytes() == 0;
  }

  @Override
  public void close() {
    server.close();
    gateway.close();
  }

  private static final class OwnPages implements LifecyclePages {
    @Override
    public byte[] ownMetrics() {
      return OWN_METRICS.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String ownMetricsContentType() {
      return "text/plain; version=0.0.4; charset=utf-8";
    }
  }
}
