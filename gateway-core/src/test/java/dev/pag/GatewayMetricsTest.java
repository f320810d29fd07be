package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.testing.Pushes;
import dev.pag.testing.RandomPush;
import dev.pag.testing.RandomPushes;
import dev.pag.testing.Seeds;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine's own account adds up with what its callers were told. */
class GatewayMetricsTest {
  private static final int PUSHES = 500;

  @Test
  void metrics_mixedPushes_agreeWithTheAnswers() {
    RandomPushes pushes = RandomPushes.mixed(Seeds.next(getClass()));
    CountingMetrics told = new CountingMetrics();
    CountingMetrics counted = new CountingMetrics();

    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, counted)) {
      for (int i = 0; i < PUSHES; i++) {
        answer(gateway, pushes.next(), told);
      }
    }

    assertThat(counted.applied).isEqualTo(told.applied);
    assertThat(counted.samples).isEqualTo(told.samples);
    assertThat(counted.skipped).isEqualTo(told.skipped);
    assertThat(counted.refused).isEqualTo(told.refused);
  }

  @Test
  void metrics_abortedPush_countedByItsReason() throws PushRefusedException {
    CountingMetrics counted = new CountingMetrics();

    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, counted)) {
      gateway.openPush(PathLabels.NONE).abort(RefusalReason.TIMEOUT);
    }

    assertThat(counted.refused).containsExactly(Map.entry(RefusalReason.TIMEOUT, 1));
    assertThat(counted.applied).isZero();
  }

  private static void answer(Gateway gateway, RandomPush push, CountingMetrics told) {
    try {
      PushResult result = Pushes.push(gateway, push.rawPath(), push.body());
      told.pushApplied(result.samples(), result.skipped());
    } catch (PushRefusedException e) {
      // A bad path is refused before a push is opened: the engine never hears of it.
      if (e.reason() != RefusalReason.PATH_LABELS) {
        told.pushRefused(e.reason(), 0);
      }
    }
  }

  private static final class CountingMetrics implements GatewayMetrics {
    final Map<RefusalReason, Integer> refused = new EnumMap<>(RefusalReason.class);
    long applied;
    long samples;
    long skipped;

    @Override
    public void pushApplied(long samples, long skipped) {
      applied++;
      this.samples += samples;
      this.skipped += skipped;
    }

    @Override
    public void pushRefused(RefusalReason reason, long samples) {
      refused.merge(reason, 1, Integer::sum);
    }
  }
}
