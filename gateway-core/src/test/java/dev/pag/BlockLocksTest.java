package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A commit takes one lock for each run of cells of the same block, not one for each sample. */
class BlockLocksTest {
  private static final int BLOCK_SERIES = 512;

  @Test
  void push_oneFamily_oneLock() throws PushRefusedException {
    assertThat(locksOf(series("a", 0, 300))).isEqualTo(1);
  }

  @Test
  void push_familiesInTurn_oneLockEach() throws PushRefusedException {
    assertThat(locksOf(series("a", 0, 100) + series("b", 0, 100) + series("c", 0, 100)))
        .isEqualTo(3);
  }

  @Test
  void push_familyOfManyBlocks_oneLockABlock() throws PushRefusedException {
    int blocks = 5;

    assertThat(locksOf(series("a", 0, blocks * BLOCK_SERIES))).isEqualTo(blocks);
  }

  @Test
  void push_histogramSeries_oneLock() throws PushRefusedException {
    StringBuilder body = new StringBuilder("# TYPE h histogram\n");
    for (int i = 0; i < 50; i++) {
      body.append("h_bucket{i=\"").append(i).append("\",le=\"1\"} 1\n");
      body.append("h_bucket{i=\"").append(i).append("\",le=\"+Inf\"} 2\n");
      body.append("h_sum{i=\"").append(i).append("\"} 3\n");
      body.append("h_count{i=\"").append(i).append("\"} 2\n");
    }

    assertThat(locksOf(body.toString())).isEqualTo(1);
  }

  /** Of the second push of the body, when everything in it is known. */
  private static long locksOf(String body) throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      push(gateway, body);
      PushResult second = push(gateway, body);
      assertThat(second.newSeries()).isZero();
      return second.blockLocks();
    }
  }

  private static PushResult push(Gateway gateway, String body) throws PushRefusedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    PushSession push = gateway.openPush(PathLabels.NONE);
    push.feed(bytes, 0, bytes.length);
    return push.finish();
  }

  /** In the order of the page, so that blocks are filled one after the other. */
  private static String series(String family, int from, int to) {
    StringBuilder body = new StringBuilder("# TYPE " + family + " counter\n");
    for (int i = from; i < to; i++) {
      body.append(String.format("%s{i=\"%06d\"} 1%n", family, i).replace("\r", ""));
    }
    return body.toString();
  }
}
