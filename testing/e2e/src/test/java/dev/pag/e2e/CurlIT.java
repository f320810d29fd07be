package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.e2e.ChildProcess.Finished;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's own shell examples, run by a shell. */
class CurlIT {
  private static final String SERIES =
      "http_requests_total{code=\"200\",domain=\"sometest.com\",instance=\"nginx-1\",method=\"post\"}";

  /** Keeps the progress meter out of what the examples print; they are otherwise run as written. */
  private static final String QUIET_CURL = "curl() { command curl -sS \"$@\"; }\n";

  @Test
  void readmePush_twice_scrapeShowsSumWithSortedLabels() throws Exception {
    Programs.require("curl");
    try (GatewayProcess gateway = GatewayProcess.start()) {
      String push = Readme.block("sh", "--data-binary", gateway);
      String scrape = Readme.block("sh", "curl localhost:8080/metrics\n", gateway);

      Finished first = shell(push);
      Finished second = shell(push);
      Finished page = shell(scrape);

      assertThat(first).isEqualTo(new Finished(0, ""));
      assertThat(second).isEqualTo(new Finished(0, ""));
      assertThat(new ScrapePage(page.output()).samples()).isEqualTo(Map.of(SERIES, 2054.0));
      assertThat(page.output()).isEqualTo(Readme.block("text", "http_requests_total"));
    }
  }

  private static Finished shell(String script) throws Exception {
    Programs.require("bash");
    return ChildProcess.run(List.of("bash", "-euo", "pipefail", "-c", QUIET_CURL + script));
  }
}
