package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.e2e.ChildProcess.Finished;
import dev.pag.testing.CaseFiles;
import dev.pag.testing.PushCase;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is pushed, promtool can read the page: exit code 0, or 3 for remarks on style only. */
class PromtoolIT {
  /** Many short lives: what the JIT's second tier would compile is never reached. */
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  static List<String> aggregations() {
    return CaseFiles.aggregations();
  }

  /** A fresh gateway a case, so that the page is the case's own, over HTTP as in the engine. */
  @ParameterizedTest
  @MethodSource("aggregations")
  void checkMetrics_afterEachPushOfAggregationCase_passes(String name) throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start(QUICK_START)) {
      GatewayClient client = new GatewayClient(gateway);
      for (PushCase push : CaseFiles.aggregationPushes(name)) {
        int status = status(gateway, push);

        assertThat(status).as(push.name()).isEqualTo(expectedStatus(push));
        assertPasses(client.scrape());
      }
      assertThat(client.scrape().text()).isEqualTo(CaseFiles.aggregationPage(name));
    }
  }

  /** One gateway for all, where families of different cases meet and some are refused for it. */
  @Test
  void checkMetrics_afterEachBodyOfCorpus_passes() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      GatewayClient client = new GatewayClient(gateway);
      List<PushCase> corpus =
          Stream.concat(CaseFiles.valid().stream(), CaseFiles.invalid().stream()).toList();
      int applied = 0;
      for (PushCase push : corpus) {
        int status = status(gateway, push);

        assertThat(status).as(push.name()).isIn(202, 400);
        assertPasses(client.scrape());
        applied += status == 202 ? 1 : 0;
      }
      System.out.printf("%d of %d bodies of the corpus applied%n", applied, corpus.size());
      assertThat(applied).isGreaterThan(CaseFiles.valid().size() / 2);
    }
  }

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
      client.tryPush("/metrics/job/b", "x_total one\n".getBytes(UTF_8));
      client.scrape();

      assertPasses(client.ownMetrics());
    }
  }

  /** By a plain socket: what is wrong in some paths, no HTTP library would send. */
  private static int status(GatewayProcess gateway, PushCase push) throws IOException {
    return RawConnection.push(gateway.api(), "/metrics" + push.rawPath(), push.body());
  }

  private static int expectedStatus(PushCase push) {
    return push.refusal() == null ? 202 : push.refusal().status();
  }

  private static void assertPasses(ScrapePage page) throws Exception {
    String promtool = Programs.require("promtool").toString();
    Finished checked =
        ChildProcess.run(List.of(promtool, "check", "metrics"), page.text().getBytes(UTF_8));
    assertThat(checked.exitCode()).as("%s\non:\n%s", checked.output(), page.text()).isIn(0, 3);
  }
}
