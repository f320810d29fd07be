package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.e2e.ChildProcess.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is pushed, promtool can read the page: exit code 0, or 3 for remarks on style only. */
class PromtoolIT {
  private static final Path CORPUS = Readme.root().resolve("gateway-core/src/test/resources");

  @Test
  void checkMetrics_emptyPage_passes() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      assertPasses(new GatewayClient(gateway).scrape());
    }
  }

  @Test
  void checkMetrics_ownMetrics_passes() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      GatewayClient client = new GatewayClient(gateway);
      client.push("/metrics/job/a%22%5C%0Ab", "# TYPE x_total counter\nx_total 1\n");
      client.tryPush("/metrics/job/b", "x_total one\n".getBytes(StandardCharsets.UTF_8));
      client.scrape();

      assertPasses(client.ownMetrics());
    }
  }

  @Test
  void checkMetrics_afterEachCorpusFile_passes() throws Exception {
    int accepted = 0;
    try (GatewayProcess gateway = GatewayProcess.start()) {
      GatewayClient client = new GatewayClient(gateway);
      for (Path file : corpusFiles()) {
        byte[] body = Files.readAllBytes(file);
        int status = client.tryPush("/metrics/case/" + caseName(file), body).statusCode();
        accepted += status == 202 ? 1 : 0;
        assertPasses(client.scrape());
      }
    }
    assertThat(accepted).isPositive();
  }

  private static List<Path> corpusFiles() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".prom")).sorted().toList();
    }
  }

  private static String caseName(Path file) {
    return CORPUS.relativize(file).toString().replace('/', '.');
  }

  private static void assertPasses(ScrapePage page) throws Exception {
    String promtool = Programs.require("promtool").toString();
    Finished checked =
        ChildProcess.run(
            List.of(promtool, "check", "metrics"), page.text().getBytes(StandardCharsets.UTF_8));
    assertThat(checked.exitCode()).as("%s\non:\n%s", checked.output(), page.text()).isIn(0, 3);
  }
}
