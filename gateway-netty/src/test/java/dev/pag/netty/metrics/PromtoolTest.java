package dev.pag.netty.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pag.model.RefusalReason;
import dev.pag.netty.Route;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The own page in the eyes of Prometheus: exit 1 is a parse error, 3 is style only. */
class PromtoolTest {
  @BeforeEach
  void requirePromtool() {
    boolean present =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, "promtool")));
    if (Boolean.getBoolean("pag.requirePrograms")) {
      assertThat(present).as("promtool is on the PATH").isTrue();
    }
    if (!present) {
      System.out.println("PromtoolTest skipped: promtool is not on the PATH");
    }
    assumeTrue(present, "promtool is not on the PATH");
  }

  @Test
  void page_withOddLabels_passesCheckMetrics() throws IOException, InterruptedException {
    OwnMetrics metrics = new OwnMetrics("1.2.3", "abc1234");
    metrics.pushApplied(10, 1);
    metrics.pushRefused(RefusalReason.MALFORMED, 7);
    metrics.pageRendered(2_000_000, 30_000_000, 123_456_789);
    metrics.pushJob("");
    metrics.pushJob("say \"hi\"\\\n\u00e9\uD83D\uDE00");
    metrics.started(Route.POST_METRICS);
    metrics.finished(Route.POST_METRICS, "POST", 202, 7_500_000, 0);

    CheckResult result = checkMetrics(metrics.ownMetrics());

    assertThat(result.exitCode).as(result.output).isIn(0, 3);
    assertThat(result.output).doesNotContain("error while linting");
  }

  @Test
  void checkMetrics_brokenPage_exitsWith1() throws IOException, InterruptedException {
    CheckResult result = checkMetrics("x{ 1\n".getBytes(StandardCharsets.UTF_8));

    assertThat(result.exitCode).as(result.output).isEqualTo(1);
  }

  private record CheckResult(int exitCode, String output) {}

  private static CheckResult checkMetrics(byte[] page) throws IOException, InterruptedException {
    Path input = Files.createTempFile("own-metrics", ".prom");
    Path output = Files.createTempFile("promtool", ".log");
    try {
      Files.write(input, page);
      Process promtool =
          new ProcessBuilder("promtool", "check", "metrics")
              .redirectInput(input.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).as("promtool ended").isTrue();
      return new CheckResult(promtool.exitValue(), Files.readString(output));
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }
}
