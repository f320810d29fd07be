package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import dev.pag.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gzip pages stitched from pieces: always the plain page, and made anew only where it changed. */
class GzipPagesTest {
  private static final int FAMILIES = 30;
  private static final int SERIES = 400;
  private static final int ROUNDS = 150;

  private final Pieces pieces = new Pieces();
  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, pieces);

  /** Counts what the engine tells of its last page. */
  private static final class Pieces implements GatewayMetrics {
    private volatile long rendered;
    private volatile long reused;

    @Override
    public void piecesRendered(long newRendered, long newReused) {
      rendered = newRendered;
      reused = newReused;
    }
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void scrape_nothingChanged_everyPieceReused() throws PushRefusedException {
    pushAll();
    scrape();
    long all = pieces.rendered;

    scrape();

    assertThat(all).isGreaterThanOrEqualTo(FAMILIES);
    assertThat(pieces.rendered).isZero();
    assertThat(pieces.reused).isEqualTo(all);
  }

  @Test
  void scrape_oneSeriesChanged_onePieceRendered() throws PushRefusedException {
    pushAll();
    scrape();
    long all = pieces.rendered;
    Pushes.push(gateway, "", line(17, 3));

    scrape();

    assertThat(pieces.rendered).isEqualTo(1);
    assertThat(pieces.reused).isEqualTo(all - 1);
  }

  @Test
  void scrape_familyNewInFront_piecesBehindItReused() throws PushRefusedException {
    pushAll();
    scrape();
    long all = pieces.rendered;
    Pushes.push(gateway, "", "a_first_of_all 1\n");

    scrape();

    assertThat(pieces.rendered).isLessThanOrEqualTo(2);
    assertThat(pieces.reused).isGreaterThanOrEqualTo(all - 1);
  }

  @Test
  void scrape_helpLearnedLater_isOnThePage() throws PushRefusedException {
    pushAll();
    scrape();
    Pushes.push(gateway, "", "# HELP f17 Seventeen.\n" + line(17, 3));

    assertThat(scrape()).contains("# HELP f17 Seventeen.\n# TYPE f17 untyped\n");
  }

  @Test
  void scrape_plainInBetween_piecesStillReused() throws PushRefusedException {
    pushAll();
    scrape();
    Pushes.push(gateway, "", line(17, 3));
    Pushes.page(gateway);

    scrape();

    assertThat(pieces.rendered).isEqualTo(1);
  }

  @Test
  void scrapes_randomChangesInBetween_alwaysThePlainPage() throws PushRefusedException {
    Random random = new Random(Seeds.next(getClass()));
    for (int round = 0; round < ROUNDS; round++) {
      for (int push = random.nextInt(4); push > 0; push--) {
        Pushes.push(gateway, "", randomBody(random));
      }
      String coded = Pushes.gzipPage(gateway);
      assertThat(Pushes.firstDifference(coded, Pushes.page(gateway))).isEmpty();
    }
    assertThat(pieces.reused + pieces.rendered).isGreaterThan(1);
  }

  /** Series of a few families, old and new, and now and then a HELP or a histogram. */
  private static String randomBody(Random random) {
    StringBuilder body = new StringBuilder();
    int family = random.nextInt(FAMILIES);
    if (random.nextInt(5) == 0) {
      body.append("# HELP f").append(family).append(" Help.\n");
    }
    int first = random.nextInt(SERIES);
    for (int i = first; i < SERIES; i += 1 + random.nextInt(40)) {
      body.append(line(family, i));
    }
    if (random.nextInt(4) == 0) {
      int series = random.nextInt(500);
      body.append("# TYPE h histogram\n");
      body.append("h_bucket{i=\"").append(series).append("\",le=\"");
      body.append(1 + random.nextInt(5)).append("\"} 1\n");
      body.append("h_count{i=\"").append(series).append("\"} 2\n");
    }
    return body.length() == 0 ? "z 1\n" : body.toString();
  }

  private String scrape() {
    return Pushes.gzipPage(gateway);
  }

  private void pushAll() throws PushRefusedException {
    StringBuilder body = new StringBuilder();
    for (int family = 0; family < FAMILIES; family++) {
      for (int series = 0; series < SERIES; series++) {
        body.append(line(family, series));
      }
    }
    Pushes.push(gateway, "", body.toString());
  }

  private static String line(int family, int series) {
    return String.format(
            "f%d{series=\"%06d\",text=\"long enough for a family to be more than half a piece\"} 1.5%n",
            family, series)
        .replace("\r", "");
  }
}
