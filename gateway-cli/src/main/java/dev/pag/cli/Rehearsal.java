package dev.pag.cli;

import dev.pag.netty.BindFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * A gateway on free ports of the loopback that is pushed to, scraped and asked for its health, and
 * then ends: what a JVM should see while it records which classes to keep for the next start.
 *
 * <p>The plain client of the JDK does it, as it brings few classes of its own.
 */
final class Rehearsal {
  /** Enough for a JVM that keeps profiles to have some of each step of a push. */
  private static final int PUSHES = 2_000;

  private static final int CREATING_PUSHES = 50;

  private static final String USER = "rehearsal:rehearsal";

  /**
   * Every setting that decides how the pushes are answered, out of reach of any config file. Two
   * equal addresses would be one port for everything.
   */
  private static final Map<Setting, String> FLAGS =
      Map.of(
          Setting.API_LISTEN, "127.0.0.1:0",
          Setting.LIFECYCLE_LISTEN, "localhost:0",
          Setting.AUTH_USERS, USER.replace(':', '='),
          Setting.CORS, "*",
          Setting.MAX_BODY_BYTES, Setting.MAX_BODY_BYTES.defaultText());

  private static final String ALL_TYPES =
      """
      # HELP rehearsals_total Pushes of a rehearsal.
      # TYPE rehearsals_total counter
      rehearsals_total{kind="a \\"quoted\\" one",series="#"} 1
      # TYPE rehearsal_level gauge
      rehearsal_level{series="#"} -2.5e-3
      # TYPE rehearsal_seconds histogram
      rehearsal_seconds_bucket{series="#",le="0.1"} 1
      rehearsal_seconds_bucket{series="#",le="1"} 2
      rehearsal_seconds_bucket{series="#",le="+Inf"} 3
      rehearsal_seconds_sum{series="#"} 4.25
      rehearsal_seconds_count{series="#"} 3
      # TYPE rehearsal_bytes summary
      rehearsal_bytes{series="#",quantile="0.5"} 100
      rehearsal_bytes_sum{series="#"} 12345678.9
      rehearsal_bytes_count{series="#"} 3
      rehearsal_untyped{series="#"} 17
      """;

  private final String api;
  private final String lifecycle;

  private Rehearsal(RunningGateway gateway) {
    this.api = "http://" + gateway.apiAddress();
    this.lifecycle = "http://" + gateway.lifecycleAddress();
  }

  /**
   * Returns when all is done and the gateway is closed.
   *
   * @param directory where the config file of a start would be looked for
   * @throws IllegalStateException if an answer is not as it should be
   */
  static int run(Path directory) throws UsageException, BindFailedException {
    Settings settings = Settings.resolve(Environment.of(Map.of()), FLAGS, directory);
    try (RunningGateway gateway = GatewayProcess.open(StartConfig.of(settings, BuildInfo.load()))) {
      GatewayProcess.announce(gateway);
      new Rehearsal(gateway).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Cli.OK;
  }

  private void run() throws IOException {
    for (int push = 0; push < PUSHES; push++) {
      push(ALL_TYPES.replace("\"#\"", "\"" + push % CREATING_PUSHES + "\""), 202);
    }
    push("rehearsals_total{ 1\n", 400);
    for (String encoding : new String[] {"identity", "gzip"}) {
      get(api + "/metrics", encoding);
      get(lifecycle + "/metrics", encoding);
    }
    get(lifecycle + "/healthy", "identity");
    get(lifecycle + "/ready", "identity");
  }

  private void push(String body, int expected) throws IOException {
    HttpURLConnection request = request(api + "/metrics/job/rehearsal");
    String credentials =
        Base64.getEncoder().encodeToString(USER.getBytes(StandardCharsets.US_ASCII));
    request.setRequestMethod("POST");
    request.setRequestProperty("Authorization", "Basic " + credentials);
    request.setDoOutput(true);
    request.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
    expect(expected, request);
  }

  private static void get(String url, String encoding) throws IOException {
    HttpURLConnection request = request(url);
    request.setRequestProperty("Accept-Encoding", encoding);
    expect(200, request);
    request.getInputStream().readAllBytes();
  }

  private static HttpURLConnection request(String url) throws IOException {
    return (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
  }

  private static void expect(int status, HttpURLConnection request) throws IOException {
    if (request.getResponseCode() != status) {
      throw new IllegalStateException(
          request.getURL() + " answered " + request.getResponseCode() + ", not " + status);
    }
  }
}
