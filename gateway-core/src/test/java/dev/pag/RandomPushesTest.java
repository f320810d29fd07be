package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import dev.pag.testing.RandomPush;
import dev.pag.testing.RandomPushes;
import dev.pag.testing.ReferenceGateway;
import dev.pag.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The engine against the reference gateway: random pushes, random cuts, a scrape after each, the
 * same answers and the same bytes. {@code -Dpag.seed=N} repeats a run.
 */
class RandomPushesTest {
  private static final int WORLDS = 8;
  private static final int PUSHES_PER_WORLD = 250;

  @Test
  void pushes_randomOnes_answersAndPagesAsTheReference() {
    long seed = Seeds.next(getClass());
    for (int world = 0; world < WORLDS; world++) {
      judge(seed + world);
    }
  }

  private static void judge(long seed) {
    RandomPushes pushes = RandomPushes.mixed(seed);
    ReferenceGateway reference = new ReferenceGateway();
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      for (int i = 0; i < PUSHES_PER_WORLD; i++) {
        RandomPush push = pushes.next();
        String step = "seed " + seed + ", push " + i + ": " + push;
        byte[] body = push.body().getBytes(StandardCharsets.UTF_8);
        String expected = outcome(reference, push, body);
        String actual = outcome(gateway, push, body, pushes.cuts(body.length));

        assertThat(actual).as(step).isEqualTo(expected);
        assertThat(Pushes.firstDifference(Pushes.page(gateway), reference.page()))
            .as(step)
            .isEmpty();
        assertThat(Pushes.firstDifference(Pushes.gzipPage(gateway), reference.page()))
            .as(step)
            .isEmpty();
        assertThat(gateway.stats().families()).as(step).isEqualTo(reference.familyCount());
        assertThat(gateway.stats().series()).as(step).isEqualTo(reference.seriesCount());
        assertThat(gateway.stats().stagingBytes()).as(step).isZero();
      }
    }
  }

  private static String outcome(ReferenceGateway reference, RandomPush push, byte[] body) {
    try {
      return reference.push(push.rawPath(), body).toString();
    } catch (PushRefusedException e) {
      return refusal(e);
    }
  }

  private static String outcome(Gateway gateway, RandomPush push, byte[] body, int[] cuts) {
    try {
      PushResult result = Pushes.pushCut(gateway, push.rawPath(), body, cuts);
      return new ReferenceGateway.Outcome(result.samples(), result.skipped(), result.newSeries())
          .toString();
    } catch (PushRefusedException e) {
      return refusal(e);
    }
  }

  /** The reason and the place; the words after it are each one's own. */
  private static String refusal(PushRefusedException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("");
    String place = message.startsWith("line ") ? message.replaceFirst(": .*", "") : "";
    return e.reason() + " " + place;
  }
}
