package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.e2e.ChildProcess.Finished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Debian's Python client pushes all its types, each twice (PUT, then POST): sums, not the last. */
class PythonClientIT {
  private static final Path SCRIPT = Readme.root().resolve("testing/e2e/src/test/resources");

  /**
   * The instance label as it arrives. An empty one is absent and so shares its series with the push
   * that named none. This client sends a blank as {@code +}, which in a path is a plus.
   */
  private static final Map<String, Integer> PUSHES_BY_INSTANCE =
      Map.of(
          "", 4,
          "instance=\"i+1\",", 2,
          "instance=\"/var/tmp\",", 2,
          "instance=\"é+%\",", 2);

  @Test
  void push_allTypesUnderAwkwardGroupingKeys_addsUp() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start()) {
      Finished pushed = pushAllTypes(gateway.apiAuthority());

      assertThat(pushed).isEqualTo(new Finished(0, ""));
      assertSums(new GatewayClient(gateway).scrape());
    }
  }

  @Test
  void push_withRightCredentials_addsUp() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start("--AuthUsers", "batch=s3=cret")) {
      Finished pushed = pushAllTypes(gateway.apiAuthority(), "batch:s3=cret");

      assertThat(pushed).isEqualTo(new Finished(0, ""));
      assertSums(new GatewayClient(gateway).scrape());
    }
  }

  @Test
  void push_withoutCredentials_clientSees401AndNothingIsApplied() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start("--AuthUsers", "batch=s3=cret")) {
      Finished pushed = pushAllTypes(gateway.apiAuthority());

      assertThat(pushed.exitCode()).isNotZero();
      assertThat(pushed.output()).contains("HTTP Error 401");
      assertThat(new GatewayClient(gateway).scrape().text()).isEmpty();
    }
  }

  @Test
  void readmeExample_run_isOnThePage() throws Exception {
    Path python = Programs.requirePythonWithPrometheusClient();
    try (GatewayProcess gateway = GatewayProcess.start()) {
      String example = Readme.block("python", "push_to_gateway", gateway);

      Finished pushed = ChildProcess.run(List.of(python.toString(), "-c", example));

      assertThat(pushed).isEqualTo(new Finished(0, ""));
      assertThat(
              new GatewayClient(gateway).scrape().value("some_counter_total{job=\"my_job_name\"}"))
          .isEqualTo(1);
    }
  }

  private static Finished pushAllTypes(String... arguments) throws Exception {
    Path python = Programs.requirePythonWithPrometheusClient();
    Path script = SCRIPT.resolve("push_all_types.py");
    List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
    command.addAll(List.of(arguments));
    return ChildProcess.run(command);
  }

  private static void assertSums(ScrapePage page) {
    PUSHES_BY_INSTANCE.forEach((instance, pushes) -> assertSums(page, instance, pushes));
    Map<String, Double> created =
        page.samples().entrySet().stream()
            .filter(sample -> sample.getKey().contains("_created{"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(created).hasSize(3 * PUSHES_BY_INSTANCE.size());
    // Added up, a creation time would lie decades ahead; the client pushed the same one each time.
    double now = System.currentTimeMillis() / 1000.0;
    assertThat(created.values()).allSatisfy(time -> assertThat(time).isBetween(now - 600, now));
  }

  private static void assertSums(ScrapePage page, String instance, int pushes) {
    String labels = instance + "job=\"ba tch/x\"";
    assertThat(page.value("orders_total{" + labels + ",shop=\"a\\\"\\\\\\n\"}"))
        .isEqualTo(3 * pushes);
    assertThat(page.value("queue_depth{" + labels + "}")).isEqualTo(2.5 * pushes);
    assertThat(page.value("payload_bytes_count{" + labels + "}")).isEqualTo(2 * pushes);
    assertThat(page.value("payload_bytes_sum{" + labels + "}")).isEqualTo(42 * pushes);
    assertThat(page.value("job_seconds_bucket{" + labels + ",le=\"0.5\"}")).isEqualTo(pushes);
    assertThat(page.value("job_seconds_bucket{" + labels + ",le=\"1\"}")).isEqualTo(2 * pushes);
    assertThat(page.value("job_seconds_bucket{" + labels + ",le=\"10\"}")).isEqualTo(3 * pushes);
    assertThat(page.value("job_seconds_bucket{" + labels + ",le=\"+Inf\"}")).isEqualTo(4 * pushes);
    assertThat(page.value("job_seconds_sum{" + labels + "}")).isEqualTo(56 * pushes);
    assertThat(page.value("job_seconds_count{" + labels + "}")).isEqualTo(4 * pushes);
    assertThat(page.value("build_info{" + labels + ",version=\"1.2.3\"}")).isEqualTo(1);
    assertThat(page.value("job_state{" + labels + ",job_state=\"busy\"}")).isEqualTo(pushes);
    assertThat(page.value("job_state{" + labels + ",job_state=\"idle\"}")).isZero();
  }
}
