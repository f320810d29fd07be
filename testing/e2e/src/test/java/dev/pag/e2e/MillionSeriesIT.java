package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A million series fit into a 512 MiB heap: loaded, scraped, pushed again, scraped again. */
class MillionSeriesIT {
  private static final int FAMILIES = 20;
  private static final int SERIES_PER_FAMILY = 50_000;
  private static final int SERIES = FAMILIES * SERIES_PER_FAMILY;

  @Test
  void millionSeries_pushedTwiceWith512MiB_sumsAreRight() throws Exception {
    try (GatewayProcess gateway =
        GatewayProcess.start(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"))) {
      GatewayClient client = new GatewayClient(gateway);

      pushAll(client);
      assertThat(seriesWithRightSum(client, 1)).isEqualTo(SERIES);
      pushAll(client);

      assertThat(seriesWithRightSum(client, 2)).isEqualTo(SERIES);
    }
  }

  /** One push a family, series {@code id} adding its own id, so that a mix-up shows. */
  private static void pushAll(GatewayClient client) throws Exception {
    for (int family = 0; family < FAMILIES; family++) {
      String name = "http_requests_" + family + "_total";
      StringBuilder body = new StringBuilder("# TYPE " + name + " counter\n");
      for (int i = 0; i < SERIES_PER_FAMILY; i++) {
        int id = family * SERIES_PER_FAMILY + i;
        body.append(name).append("{code=\"200\",path=\"/shop/item/").append(id);
        body.append("\"} ").append(id).append('\n');
      }
      client.push("/metrics/app/shop", body.toString());
    }
  }

  /** Reads the page line by line; fails at the first wrong sum. */
  private static int seriesWithRightSum(GatewayClient client, int pushes) throws Exception {
    BitSet seen = new BitSet(SERIES);
    try (BufferedReader page =
        new BufferedReader(new InputStreamReader(client.scrapeStream(), UTF_8))) {
      for (String line = page.readLine(); line != null; line = page.readLine()) {
        if (line.charAt(0) != '#') {
          int id =
              Integer.parseInt(line.substring(line.lastIndexOf('/') + 1, line.lastIndexOf('"')));
          double sum = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
          if (sum != (double) pushes * id || seen.get(id)) {
            throw new AssertionError("after " + pushes + " pushes: " + line);
          }
          seen.set(id);
        }
      }
    }
    return seen.cardinality();
  }
}
