package dev.pag.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Prometheus that scrapes every second, asked over its HTTP API. */
final class PrometheusServer implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("msg=\"Listening on\" address=\"?(127\\.0\\.0\\.1:\\d+)");

  // The API's JSON is flat where we look: [seconds,"value"] pairs. No JSON library for two shapes.
  private static final Pattern POINT = Pattern.compile("\\[([0-9.e+]+),\"([^\"]+)\"]");

  private final ChildProcess process;
  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();

  private PrometheusServer(ChildProcess process) throws InterruptedException {
    this.process = process;
    this.address = process.awaitLine(LISTENING).group(1);
  }

  /**
   * @param directory empty, for the configuration and the stored samples
   * @param targets {@code host:port} by scrape job
   */
  static PrometheusServer start(Path directory, Map<String, String> targets)
      throws IOException, InterruptedException {
    Path program = Programs.require("prometheus");
    Path config = Files.writeString(directory.resolve("prometheus.yml"), configuration(targets));
    ChildProcess process =
        ChildProcess.start(
            List.of(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:0"));
    try {
      return new PrometheusServer(process);
    } catch (AssertionError | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  private static String configuration(Map<String, String> targets) {
    StringBuilder yaml = new StringBuilder("global: {scrape_interval: 1s}\nscrape_configs:\n");
    targets.forEach(
        (job, target) ->
            yaml.append("  - {job_name: ")
                .append(job)
                .append(", honor_labels: true, static_configs: [{targets: [\"")
                .append(target)
                .append("\"]}]}\n"));
    return yaml.toString();
  }

  /** One raw sample. */
  record Point(double seconds, double value) {
    long millis() {
      return Math.round(seconds * 1000);
    }
  }

  /** The value of an expression that gives one series; empty if it gives none. */
  OptionalDouble instant(String expression) throws IOException, InterruptedException {
    return single(query(expression, ""));
  }

  /** As {@link #instant}, evaluated at a given time. */
  OptionalDouble instantAt(String expression, Point time) throws IOException, InterruptedException {
    return single(query(expression, "&time=" + time.millis() / 1000.0));
  }

  /** All stored samples of one series, oldest first. */
  List<Point> samples(String selector) throws IOException, InterruptedException {
    return query(selector + "[1h]", "");
  }

  private static OptionalDouble single(List<Point> points) {
    if (points.size() > 1) {
      throw new AssertionError("more than one series: " + points);
    }
    return points.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(points.get(0).value());
  }

  private List<Point> query(String expression, String parameters)
      throws IOException, InterruptedException {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    URI uri = URI.create("http://" + address + "/api/v1/query?query=" + query + parameters);
    var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(expression + " answered " + answer.body());
    }
    List<Point> points = new ArrayList<>();
    Matcher matcher = POINT.matcher(answer.body());
    while (matcher.find()) {
      points.add(
          new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))));
    }
    return points;
  }

  @Override
  public void close() {
    try (process) {
      process.terminate();
      process.awaitExit();
    }
  }
}
