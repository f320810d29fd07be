package dev.pag.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The random pushes are what they say; were they not, they would judge the engine wrongly. */
class RandomPushesReferenceTest {
  private static final int PUSHES = 1000;

  @Test
  void mixed_flawOrNone_refusedForItOrAccepted() {
    RandomPushes pushes = RandomPushes.mixed(Seeds.next(getClass()));
    ReferenceGateway gateway = new ReferenceGateway();
    Set<RefusalReason> reasons = new HashSet<>();

    for (int i = 0; i < PUSHES; i++) {
      RandomPush push = pushes.next();
      String before = push.flaw() == null ? "" : gateway.page();
      RefusalReason reason = apply(gateway, push);
      assertThat(reason).as(push.toString()).isEqualTo(push.flaw());
      if (reason != null) {
        reasons.add(reason);
        assertThat(gateway.page()).isEqualTo(before);
      }
    }

    assertThat(reasons)
        .contains(
            RefusalReason.MALFORMED,
            RefusalReason.INVALID,
            RefusalReason.DUPLICATE,
            RefusalReason.TYPE_CONFLICT,
            RefusalReason.PATH_LABELS);
  }

  @Test
  void steady_inAnyOrder_samePage() {
    long seed = Seeds.next(getClass());
    RandomPushes pushes = RandomPushes.steady(seed);
    List<RandomPush> order = new ArrayList<>();
    for (int i = 0; i < PUSHES; i++) {
      order.add(pushes.next());
    }
    String page = pageAfter(order);

    Collections.shuffle(order, new Random(seed));

    assertThat(pageAfter(order)).isEqualTo(page).isNotEmpty();
  }

  private static String pageAfter(List<RandomPush> pushes) {
    ReferenceGateway gateway = new ReferenceGateway();
    for (RandomPush push : pushes) {
      assertThat(apply(gateway, push)).as(push.toString()).isNull();
    }
    return gateway.page();
  }

  private static @Nullable RefusalReason apply(ReferenceGateway gateway, RandomPush push) {
    try {
      gateway.push(push.rawPath(), push.body().getBytes(StandardCharsets.UTF_8));
      return null;
    } catch (PushRefusedException e) {
      return e.reason();
    }
  }
}
