package dev.pag.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A push of known histograms while another splits their blocks: the cells of one series must be led
 * to the same block, or its parts are checked and filled as if they were two series.
 */
class SplitRaceTest {
  private static final int BOUNDS = 400;
  private static final int KNOWN_SERIES = 8;
  private static final int NEW_SERIES = 2_400;
  private static final double[] BOUND_VALUES =
      IntStream.rangeClosed(1, BOUNDS).asDoubleStream().toArray();

  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void knownHistograms_whileTheirBlocksAreSplit_countEachPushOnce() throws Exception {
    judge(
        (fixture, push) -> {
          for (int i = 0; i < KNOWN_SERIES; i++) {
            stageSumAndCount(fixture, push, i);
            stageBuckets(fixture, push, i);
          }
        });
  }

  /** The format allows it, and then each series has two runs of cells. */
  @Test
  void knownHistograms_bucketsApartFromCounts_countEachPushOnce() throws Exception {
    judge(
        (fixture, push) -> {
          for (int i = 0; i < KNOWN_SERIES; i++) {
            stageBuckets(fixture, push, i);
          }
          for (int i = 0; i < KNOWN_SERIES; i++) {
            stageSumAndCount(fixture, push, i);
          }
        });
  }

  private void judge(BiConsumer<StoreFixture, PendingPush> stageKnown) throws Exception {
    StoreFixture fixture = new StoreFixture();
    PendingPush push = fixture.push();
    for (int i = 0; i < KNOWN_SERIES; i++) {
      fixture.draftHistogram(push, name(i), BOUND_VALUES);
    }
    fixture.commit(push);
    long pushes = 1;
    AtomicBoolean done = new AtomicBoolean();
    Future<?> creator = threads.submit(() -> createSeriesBetween(fixture, done));
    while (!done.get()) {
      stageKnown.accept(fixture, push);
      fixture.commit(push);
      pushes++;
    }
    creator.get();

    String page = fixture.page();
    for (int i = 0; i < KNOWN_SERIES; i++) {
      assertThat(count(page, name(i))).as(name(i)).isEqualTo((double) pushes * BOUNDS);
    }
  }

  private static String name(int series) {
    return "k" + series;
  }

  private static double count(String page, String series) {
    String start = "\nh_count{s=\"" + series + "\"} ";
    int from = page.indexOf(start) + start.length();
    return Double.parseDouble(page.substring(from, page.indexOf('\n', from)));
  }

  private static long series(StoreFixture fixture, int series) {
    return fixture.target("h_count{s=\"" + name(series) + "\"}");
  }

  private static void stageSumAndCount(StoreFixture fixture, PendingPush push, int series) {
    long target = series(fixture, series);
    push.staging().add(target + Layout.COUNT, BOUNDS, 1);
    push.staging().add(target + Layout.SUM, 1, 1);
  }

  private static void stageBuckets(StoreFixture fixture, PendingPush push, int series) {
    long target = series(fixture, series);
    for (int bound = 1; bound <= BOUNDS; bound++) {
      push.staging().add(target + Layout.FIRST_BOUND + bound, bound, 1);
    }
  }

  private static boolean createSeriesBetween(StoreFixture fixture, AtomicBoolean done)
      throws PushRefusedException {
    try {
      PendingPush push = fixture.push();
      for (int i = 0; i < NEW_SERIES; i++) {
        // Descending, so each goes right behind the known one and fills its block.
        fixture.draftHistogram(push, name(i % KNOWN_SERIES) + "x" + (9_999 - i), BOUND_VALUES);
        fixture.commit(push);
      }
    } finally {
      done.set(true);
    }
    return true;
  }
}
