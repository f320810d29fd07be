package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pag.e2e.ChildProcess.Finished;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real browser pushes from a page on another origin. */
class BrowserIT {
  private static final String SERIES = "page_views_total{job=\"shop\",page=\"/\"}";

  private final Path profile;
  private final HttpServer pages;
  private volatile String script = "";

  BrowserIT() throws IOException {
    // No @TempDir: Chromium's helpers may still write when the test is over and it is emptied.
    Path target = Files.createDirectories(Path.of("target"));
    this.profile = Files.createTempDirectory(target, "chromium").toAbsolutePath();
    this.pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pages.createContext(
        "/",
        exchange -> {
          byte[] page = page(script).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    pages.start();
  }

  @AfterEach
  void stopPages() {
    pages.stop(0);
  }

  @Test
  void readmeExample_fromAnyOrigin_addsUp() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      String example = Readme.block("js", "fetch(", gateway);
      script = example + example + "result = 'pushed twice';";

      assertThat(visit("127.0.0.1")).contains("<p>pushed twice</p>");

      assertThat(new GatewayClient(gateway).scrape().value(SERIES)).isEqualTo(2);
    }
  }

  @Test
  void preflightedPut_fromListedOrigin_addsUpAndSeesRefusals() throws Exception {
    try (GatewayProcess gateway =
        GatewayProcess.start("--cors", origin("127.0.0.1"), "--AuthUsers", "shop=s3cret")) {
      script =
          """
          const push = (headers, body) =>
              fetch('%s', {method: 'PUT', headers, body}).then(answer => answer.status);
          const right = {'Authorization': 'Basic ' + btoa('shop:s3cret')};
          const views = '# TYPE page_views_total counter\\npage_views_total{page="/"} 1\\n';
          result = [
            await push(right, views),
            await push({}, views),
            await push(right, 'no sample\\n'),
          ].join(' ');
          """
              .formatted(gateway.apiUri("/metrics/job/shop"));

      assertThat(visit("127.0.0.1")).contains("<p>202 401 400</p>");

      assertThat(new GatewayClient(gateway).scrape().value(SERIES)).isEqualTo(1);
    }
  }

  @Test
  void push_fromOriginNotListed_failsAndNothingIsApplied() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start("--cors", "https://shop.example.com")) {
      script = Readme.block("js", "fetch(", gateway) + "result = 'pushed';";

      assertThat(visit("localhost")).contains("<p>TypeError: Failed to fetch</p>");

      assertThat(new GatewayClient(gateway).scrape().text()).isEmpty();
    }
  }

  private String origin(String host) {
    return "http://" + host + ":" + pages.getAddress().getPort();
  }

  /** A page that runs a script and writes what became of it into its only paragraph. */
  private static String page(String script) {
    return """
        <!doctype html><title>shop</title><p>running</p>
        <script type="module">
        let result;
        try {
        %s
        } catch (error) {
          result = String(error);
        }
        document.querySelector('p').textContent = result;
        </script>
        """
        .formatted(script);
  }

  /** Opens the page and gives its document as it stands when nothing is left to load. */
  private String visit(String host) throws IOException, InterruptedException {
    String chromium = Programs.require("chromium").toString();
    Finished visited =
        ChildProcess.run(
            List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=20000",
                "--dump-dom",
                origin(host) + "/"));
    assertThat(visited.exitCode()).as(visited.output()).isZero();
    return visited.output();
  }
}
