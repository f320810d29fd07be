package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.testing.CaseFiles;
import dev.pag.testing.Pushes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Number texts in and out of the gateway, against what Go's strconv makes of them. */
class NumbersTest {
  private static final String REFUSED = "refused";

  @Test
  void page_anyDouble_asGoWritesIt() throws PushRefusedException {
    List<String> texts = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (String line : CaseFiles.lines("numbers/format.csv")) {
      String[] cells = line.split(",", -1);
      double value = Double.longBitsToDouble(Long.parseUnsignedLong(cells[0], 16));
      texts.add(Double.toString(value));
      shown.add(Double.isNaN(value) ? "0" : cells[1]); // NaN is neutral in a sum
    }

    assertThat(shownValues(texts)).isEqualTo(shown);
  }

  @Test
  void push_anyDecimal_asGoReadsIt() throws PushRefusedException {
    List<String> texts = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (String line : CaseFiles.lines("numbers/parse.csv")) {
      String[] cells = line.split(",", -1);
      if (!cells[1].equals(REFUSED)) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(cells[1], 16));
        texts.add(cells[0]);
        values.add(Double.isNaN(value) ? 0.0 : value + 0.0); // the page has no negative zero
      }
    }

    List<Double> read = new ArrayList<>();
    for (String text : shownValues(texts)) {
      read.add(Double.parseDouble(text.replace("Inf", "Infinity")));
    }
    assertThat(read).isEqualTo(values);
  }

  @Test
  void push_whatGoRefuses_refusedAsValueAndAsBound() {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      for (String line : CaseFiles.lines("numbers/parse.csv")) {
        String text = line.substring(0, line.lastIndexOf(','));
        if (line.endsWith(REFUSED)) {
          String bucket = "# TYPE h histogram\nh_bucket{le=\"" + text + "\"} 1\n";
          assertRefused(gateway, "x " + text + "\n", RefusalReason.MALFORMED);
          assertRefused(gateway, bucket, RefusalReason.INVALID);
        }
      }
    }
  }

  /** What a page shows for each text pushed as the value of a gauge. */
  private static List<String> shownValues(List<String> texts) throws PushRefusedException {
    StringBuilder body = new StringBuilder("# TYPE x gauge\n");
    int label = 1_000_000; // of equal length, so that the page keeps the order
    for (String text : texts) {
      body.append("x{i=\"").append(label).append("\"} ").append(text).append('\n');
      label++;
    }
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      Pushes.push(gateway, "", body.toString());
      return Pushes.page(gateway)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .toList();
    }
  }

  private static void assertRefused(Gateway gateway, String body, RefusalReason reason) {
    PushRefusedException refusal =
        catchThrowableOfType(PushRefusedException.class, () -> Pushes.push(gateway, "", body));

    assertThat(refusal).as(body).isNotNull();
    assertThat(refusal.reason()).as(body).isEqualTo(reason);
  }
}
