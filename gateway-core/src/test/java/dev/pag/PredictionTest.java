package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many known samples are found right behind the one before, without hashing. */
class PredictionTest {
  private static final int SERIES = 5_000;

  @Test
  void push_sameOrderAsFirst_allButFirstPredicted() throws PushRefusedException {
    assertThat(predicted(PathLabels.NONE, lines())).isEqualTo(SERIES - 1);
  }

  @Test
  void push_firstLineOfThePushBefore_predictedToo() throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      push(gateway, PathLabels.NONE, lines());
      push(gateway, PathLabels.NONE, lines());

      assertThat(push(gateway, PathLabels.NONE, lines()).predicted()).isEqualTo(SERIES);
    }
  }

  @Test
  void push_firstLineOfThePushBeforeUnderOtherLabels_notTakenForIt() throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      push(gateway, PathLabels.parse("/job/x"), lines());
      push(gateway, PathLabels.parse("/job/x"), lines());

      assertThat(push(gateway, PathLabels.parse("/job/y"), lines()).newSeries()).isEqualTo(SERIES);
    }
  }

  @Test
  void push_underPathLabels_allButFirstPredicted() throws PushRefusedException {
    assertThat(predicted(PathLabels.parse("/job/x"), lines())).isEqualTo(SERIES - 1);
  }

  @Test
  void push_randomSeventyPercent_nearlyAllPredicted() throws PushRefusedException {
    List<String> some = new ArrayList<>(lines());
    Random random = new Random(5);
    some.removeIf(line -> random.nextInt(10) < 3);

    assertThat(predicted(PathLabels.NONE, some)).isGreaterThan(some.size() * 98L / 100);
  }

  @Test
  void push_shuffled_stillRight() throws PushRefusedException {
    List<String> shuffled = new ArrayList<>(lines());
    Collections.shuffle(shuffled, new Random(6));

    assertThat(predicted(PathLabels.NONE, shuffled)).isLessThan(SERIES / 100);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      lines.add("requests{path=\"/" + i + "\"} " + i);
    }
    return lines;
  }

  /** Pushes all series in order, so that all are known, then {@code second}. */
  private static long predicted(PathLabels labels, List<String> second)
      throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      push(gateway, labels, lines());
      PushResult result = push(gateway, labels, second);
      assertThat(result.samples()).isEqualTo(second.size());
      assertThat(result.newSeries()).isZero();
      return result.predicted();
    }
  }

  private static PushResult push(Gateway gateway, PathLabels labels, List<String> lines)
      throws PushRefusedException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    PushSession push = gateway.openPush(labels);
    push.feed(bytes, 0, bytes.length);
    return push.finish();
  }
}
