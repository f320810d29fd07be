package dev.pag.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.ByteKey;
import dev.pag.model.PushRefusedException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Series of one histogram with different bounds: the common case is cheap, the worst bounded. */
class UnequalBoundsTest {
  private static final int SERIES = 2_000;

  /** Each has 4 cells; today they get about a thousand each, and the square for more series. */
  @Test
  void cells_ofSeriesWithABoundOfItsOwnEach_growWithTheSeries() throws PushRefusedException {
    StoreFixture fixture = new StoreFixture();
    PendingPush push = fixture.push();
    for (int i = 0; i < SERIES; i++) {
      fixture.draftHistogram(push, Integer.toString(10_000 + i), i + 1.0);
    }
    fixture.commit(push);

    Family family = Objects.requireNonNull(fixture.store.family(ByteKey.of("h")));
    long cells = 0;
    for (Block block : family.index().blocks()) {
      cells += (long) block.size() * block.layout().width();
    }

    assertThat(cells).isLessThan(SERIES * 4L * 32);
  }
}
