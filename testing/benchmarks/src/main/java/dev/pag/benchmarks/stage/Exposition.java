package dev.pag.benchmarks.stage;

import dev.pag.testing.CaseFiles;
import dev.pag.testing.PushCase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Whole files as a program exposes them, with HELP and TYPE; of {@link #BYTES} or just below. */
public enum Exposition {
  /** What nine client libraries really sent, over and over; so it cannot be pushed as one. */
  CLIENTS {
    @Override
    byte[] text() {
      List<PushCase> clients =
          CaseFiles.valid().stream().filter(file -> file.name().startsWith("client-")).toList();
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      while (text.size() < BYTES) {
        clients.forEach(client -> text.writeBytes(client.body()));
      }
      return firstLines(text.toByteArray());
    }
  },
  /** Gauges, counters, histograms and summaries in the proportions of a server's own metrics. */
  SERVER {
    @Override
    byte[] text() {
      Random random = new Random(1);
      StringBuilder text = new StringBuilder();
      for (int family = 0; text.length() < BYTES; family++) {
        appendGauge(text, family, random);
        appendCounter(text, family, random);
        if (family % 4 == 0) {
          appendHistogram(text, family, random);
          appendSummary(text, family, random);
        }
      }
      return firstLines(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
  };

  /** About as long as the test file that parsers of Prometheus and VictoriaMetrics are held to. */
  static final int BYTES = 190_000;

  private static final String[] BOUNDS = {
    "0.1", "0.2", "0.4", "1", "3", "8", "20", "60", "120", "+Inf"
  };
  private static final String[] QUANTILES = {"0.01", "0.05", "0.5", "0.9", "0.99"};
  private static final int SERIES = 6;

  abstract byte[] text();

  private static byte[] firstLines(byte[] text) {
    return Bodies.ofBytes(text, BYTES)[0];
  }

  private static void appendGauge(StringBuilder text, int family, Random random) {
    String name = "server_memory_" + family + "_bytes";
    appendHeader(text, name, "gauge", "Number of bytes that are held at the moment.");
    appendSample(text, name, "", Float.toString(random.nextInt(100_000_000)));
  }

  private static void appendCounter(StringBuilder text, int family, Random random) {
    String name = "server_http_requests_" + family + "_total";
    appendHeader(text, name, "counter", "Counter of HTTP requests.");
    for (int series = 0; series < SERIES; series++) {
      appendSample(text, name, handler(series) + ",code=\"200\"", count(random));
    }
  }

  private static void appendHistogram(StringBuilder text, int family, Random random) {
    String name = "server_request_duration_" + family + "_seconds";
    appendHeader(text, name, "histogram", "Histogram of latencies for HTTP requests.");
    for (int series = 0; series < SERIES; series++) {
      int count = 0;
      for (String bound : BOUNDS) {
        count += random.nextInt(300);
        String labels = handler(series) + ",le=\"" + bound + "\"";
        appendSample(text, name + "_bucket", labels, Integer.toString(count));
      }
      appendSample(text, name + "_sum", handler(series), decimal(random));
      appendSample(text, name + "_count", handler(series), Integer.toString(count));
    }
  }

  private static void appendSummary(StringBuilder text, int family, Random random) {
    String name = "server_interval_length_" + family + "_seconds";
    appendHeader(text, name, "summary", "Actual intervals between scrapes.");
    for (int series = 0; series < SERIES; series++) {
      for (String quantile : QUANTILES) {
        String labels = handler(series) + ",quantile=\"" + quantile + "\"";
        appendSample(text, name, labels, decimal(random));
      }
      appendSample(text, name + "_sum", handler(series), decimal(random));
      appendSample(text, name + "_count", handler(series), count(random));
    }
  }

  private static String handler(int series) {
    return "handler=\"/api/v1/resource_" + series + "\"";
  }

  private static String count(Random random) {
    return Integer.toString(random.nextInt(3_000));
  }

  private static String decimal(Random random) {
    return String.format(Locale.ROOT, "%.9f", 30 * random.nextDouble());
  }

  private static void appendHeader(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void appendSample(StringBuilder text, String name, String labels, String value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }
}
