package dev.pag.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final int NEW_SERIES = 1_200;
  private static final double[] BOUND_VALUES =
      IntStream.rangeClosed(1, BOUNDS).asDoubleStream().toArray();

  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void knownHistograms_whileTheirBlocksAreSplit_countEachPushOnce() throws Exception {
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
      stageKnown(fixture, push);
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

  private static void stageKnown(StoreFixture fixture, PendingPush push) {
    for (int i = 0; i < KNOWN_SERIES; i++) {
      long series = fixture.target("h_count{s=\"" + name(i) + "\"}");
      push.staging().add(series + Layout.COUNT, BOUNDS, 1);
      push.staging().add(series + Layout.SUM, 1, 1);
      for (int bound = 1; bound <= BOUNDS; bound++) {
        push.staging().add(series + Layout.FIRST_BOUND + bound, bound, 1);
      }
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
