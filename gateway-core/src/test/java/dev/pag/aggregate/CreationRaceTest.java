package dev.pag.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A series can be found by prediction as soon as its record is written. A push that finds it then
 * and commits before the cell is alive must not lose its value.
 *
 * <p>The window is made wide: the new record is the one that makes a large table grow.
 */
class CreationRaceTest {
  private static final int ATTEMPTS = 8;

  /** With one record more the table of 2^20 entries is more than two thirds full. */
  private static final int RECORDS_BEFORE_GROWTH = 699_050;

  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void value_committedWhileItsSeriesIsCreated_isInTheSum() throws Exception {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StoreFixture fixture = new StoreFixture();
      int last = fill(fixture);
      PendingPush creator = fixture.push();
      fixture.draftScalar(creator, "z", 1);
      Future<Boolean> other = threads.submit(() -> pushNextRecord(fixture, last));
      fixture.commit(creator);
      other.get();

      assertThat(fixture.page()).as("attempt %d", attempt).endsWith("z 2\n");
    }
  }

  /** Returns the last record. */
  private static int fill(StoreFixture fixture) throws PushRefusedException {
    PendingPush push = fixture.push();
    fixture.draftScalar(push, "a", 1);
    fixture.commit(push);
    SpellingTable samples = fixture.store.samples();
    long target = fixture.target("a");
    int last = SpellingTable.NONE;
    while (samples.size() < RECORDS_BEFORE_GROWTH) {
      byte[] key = Integer.toString(samples.size()).getBytes(StandardCharsets.UTF_8);
      last = samples.insert(samples.hash(1, key, 0, key.length), 1, key, 0, key.length, target);
    }
    return last;
  }

  /** What the fast path does with a line that is the record behind the last one. */
  private static boolean pushNextRecord(StoreFixture fixture, int last)
      throws PushRefusedException {
    SpellingTable samples = fixture.store.samples();
    PendingPush push = fixture.push();
    SpellingCursor cursor = samples.cursor();
    cursor.moveTo(last);
    cursor.refresh();
    while (!cursor.advance()) {
      Thread.onSpinWait();
      cursor.refresh();
    }
    push.staging().add(cursor.target(), 1, 1);
    fixture.commit(push);
    return true;
  }
}
