package dev.pag.netty.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.GatewayStats;
import dev.pag.model.MetricType;
import dev.pag.model.RefusalReason;
import dev.pag.netty.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnMetricsTest {
  private final OwnMetrics metrics = new OwnMetrics("1.2.3", "abc1234");

  @Test
  void page_afterSomeOfEverything_isTheGoldenPage() throws IOException {
    metrics.readStoreFrom(() -> stats(Map.of("http_requests_total", 3L, "latency_seconds", 1L)));
    metrics.pushApplied(10, 1);
    metrics.pushApplied(5, 0);
    metrics.pushRefused(RefusalReason.MALFORMED, 7);
    metrics.refusedAtEdge(RefusalReason.UNAUTHORIZED);
    metrics.pageRendered(2_000_000, 30_000_000, 123_456_789);
    metrics.piecesRendered(7, 1_893);
    metrics.pushJob("");
    metrics.pushJob("say \"hi\"\\\n");
    metrics.started(Route.POST_METRICS);
    metrics.finished(Route.POST_METRICS, "POST", 202, 7_500_000, 0);
    metrics.started(Route.GET_METRICS);
    metrics.finished(Route.GET_METRICS, "GET", 200, 1_000_000_000, 1_000_000);
    metrics.started(Route.NO_ROUTE);
    metrics.finished(Route.NO_ROUTE, "BREW", 404, 12_000_000_000L, 10);
    metrics.started(Route.POST_METRICS);

    assertThat(lines(name -> !ofJvm(name))).isEqualTo(resource("page.prom"));
  }

  @Test
  void page_ofTheJvm_hasItsFamiliesAndTypes() throws IOException {
    String types = lines(line -> line.startsWith("# TYPE ") && ofJvm(line));

    assertThat(types.lines()).containsAll(resource("jvm-types.prom").lines().toList());
  }

  @Test
  void page_beforeAnyPush_hasEveryRefusalReasonAtZero() {
    for (RefusalReason reason : RefusalReason.values()) {
      assertThat(value("prom_agg_gateway_pushes_refused_total{reason=\"" + reason.label() + "\"}"))
          .isZero();
      assertThat(value("prom_agg_gateway_samples_refused_total{reason=\"" + reason.label() + "\"}"))
          .isZero();
    }
  }

  @Test
  void received_afterAnyMix_isAppliedAndSkippedAndRefused() {
    int step = 0;
    for (RefusalReason reason : RefusalReason.values()) {
      metrics.pushRefused(reason, ++step);
      metrics.refusedAtEdge(reason);
      metrics.pushApplied(3L * step, step);
    }

    assertThat(sum("prom_agg_gateway_pushes_(applied|refused)_total"))
        .isEqualTo(value("prom_agg_gateway_pushes_received_total"))
        .isEqualTo(3.0 * step);
    assertThat(sum("prom_agg_gateway_samples_(applied|skipped|refused)_total"))
        .isEqualTo(value("prom_agg_gateway_samples_received_total"))
        .isEqualTo(4 * IntStream.rangeClosed(1, step).sum());
  }

  @Test
  void pushJobs_beyondTheCap_foldIntoOther() {
    IntStream.range(0, 1_250).forEach(i -> metrics.pushJob("job-" + i));
    metrics.pushJob("job-0");

    String series = lines(line -> line.startsWith("prom_agg_gateway_metric_pushes{"));
    assertThat(series.lines()).hasSize(1_001);
    assertThat(series)
        .contains("{push_job=\"job-0\"} 2\n", "{push_job=\"job-999\"} 1\n", "\"other\"} 250\n");
  }

  @Test
  void pushJobs_longOrNamedOther_foldIntoOther() {
    metrics.pushJob("x".repeat(257));
    metrics.pushJob("other");

    assertThat(value("prom_agg_gateway_metric_pushes{push_job=\"other\"}")).isEqualTo(2);
    assertThat(lines(line -> line.startsWith("prom_agg_gateway_metric_pushes{")).lines())
        .hasSize(1);
  }

  @Test
  void families_beyondTheCap_foldIntoOther() {
    metrics.readStoreFrom(() -> stats(families(0, 1_250)));

    String series = lines(line -> line.startsWith("prom_agg_gateway_metrics_by_family{"));
    assertThat(series.lines()).hasSize(1_001);
    assertThat(series)
        .contains("{family=\"f0000\"} 1\n", "{family=\"f0999\"} 1\n", "other\"} 250\n");
    assertThat(value("prom_agg_gateway_total_families")).isEqualTo(1_250);
  }

  @Test
  void request_withUnknownMethod_isCountedAsOther() {
    metrics.started(Route.NO_ROUTE);
    metrics.finished(Route.NO_ROUTE, "X".repeat(1_000), 405, 1, 1);

    assertThat(
            value(
                "http_response_size_bytes_count{code=\"405\",handler=\"noRoute\","
                    + "method=\"other\",service=\"\"}"))
        .isEqualTo(1);
  }

  private static GatewayStats stats(Map<String, Long> seriesByFamily) {
    return new GatewayStats(
        seriesByFamily.size(),
        seriesByFamily.values().stream().mapToLong(Long::longValue).sum(),
        4096,
        Map.of(MetricType.COUNTER, 1L, MetricType.SUMMARY, 1L, MetricType.UNTYPED, 0L),
        seriesByFamily);
  }

  private static Map<String, Long> families(int from, int to) {
    Map<String, Long> families = new LinkedHashMap<>();
    IntStream.range(from, to).forEach(i -> families.put(String.format("f%04d", i), 1L));
    return families;
  }

  private static boolean ofJvm(String line) {
    return Pattern.compile("^(# (HELP|TYPE) )?(jvm|process)_").matcher(line).find();
  }

  private double value(String series) {
    String line = lines(l -> l.startsWith(series + " "));
    assertThat(line).as(series).isNotEmpty();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  private double sum(String namePattern) {
    Pattern name = Pattern.compile("^" + namePattern + "[{ ]");
    return lines(line -> name.matcher(line).find())
        .lines()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private String lines(Predicate<String> wanted) {
    return new String(metrics.ownMetrics(), StandardCharsets.UTF_8)
        .lines()
        .filter(wanted)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = OwnMetricsTest.class.getResourceAsStream("/own-metrics/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
