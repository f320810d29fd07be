package dev.pag.aggregate;

import dev.pag.model.PushRefusedException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One push in work: staged values of known cells, and a draft of what is new. Kept from push to
 * push for its arrays.
 *
 * <p>Guarantee: {@link #commit} applies all of it at one cut or nothing. Threads: one.
 */
public final class PendingPush {
  private final SeriesStore store;
  private final int maxBounds;
  private final Staging staging = new Staging();
  private final PushCheck check;
  private final DraftChecks draftChecks;
  private @Nullable Draft draft;
  private long newSeries;
  private long blockLocks;

  public PendingPush(SeriesStore store, int maxBounds) {
    this.store = store;
    this.maxBounds = maxBounds;
    this.check = new PushCheck(store.blocks(), store.samples());
    this.draftChecks = new DraftChecks(store);
  }

  public Staging staging() {
    return staging;
  }

  /** The draft, or null as long as everything in this push is known. */
  public @Nullable Draft draft() {
    return draft;
  }

  public Draft draftForWriting() {
    Draft current = draft;
    if (current == null) {
      current = new Draft(maxBounds);
      draft = current;
    }
    return current;
  }

  /** Forgets everything; the next push begins. */
  public void clear() {
    staging.clear();
    check.clear();
    draft = null;
    newSeries = 0;
    blockLocks = 0;
  }

  /** Memory held, roughly. */
  public long byteSize() {
    Draft current = draft;
    return staging.bytes() + check.bytes() + (current == null ? 0 : current.byteSize());
  }

  /** Series the last commit created. */
  public long newSeries() {
    return newSeries;
  }

  /** Block locks the last commit took to apply its values. */
  public long blockLocks() {
    return blockLocks;
  }

  /**
   * Checks the push as a whole and applies it.
   *
   * @param context gives the context under which new spellings are kept, or {@link
   *     Creation#KEEP_NO_SPELLINGS}; asked only if there are any and nothing is refused
   * @throws PushRefusedException if it breaks a rule; nothing was changed
   */
  public void commit(IntSupplier context) throws PushRefusedException {
    Draft current = draft;
    if (current == null || current.isEmpty()) {
      check.check(staging);
      if (staging.size() > 0) {
        apply(null, Creation.KEEP_NO_SPELLINGS);
      }
      return;
    }
    current.noteSampled(staging, store.blocks());
    synchronized (store.structureLock()) {
      draftChecks.check(current, staging);
      check.check(staging, current);
      boolean keepsSpellings = current.aliasCount() > 0;
      apply(current, keepsSpellings ? context.getAsInt() : Creation.KEEP_NO_SPELLINGS);
    }
  }

  private void apply(@Nullable Draft current, int context) {
    long epoch = store.gate().enter();
    try {
      if (current != null) {
        Creation creation = new Creation(store, current, staging, epoch);
        creation.run(context);
        newSeries = creation.newSeries();
      }
      mergeRuns(epoch);
    } finally {
      store.gate().leave(epoch);
    }
  }

  /** One lock for each run of cells of the same block. */
  private void mergeRuns(long epoch) {
    long[] targets = staging.targets();
    int size = staging.size();
    int from = 0;
    while (from < size) {
      int block = Home.block(targets[from]);
      int to = from + 1;
      while (to < size && Home.block(targets[to]) == block) {
        to++;
      }
      if (mergeRun(block, from, to, epoch)) {
        from = to;
      } else {
        resolve(from, to);
      }
    }
  }

  private boolean mergeRun(int number, int from, int to, long epoch) {
    if (!(store.blocks().get(number) instanceof Block block)) {
      return false;
    }
    blockLocks++;
    return block.merge(staging.targets(), staging.values(), from, to, epoch, block.family().rule());
  }

  /** The block was split or widened meanwhile: its cells have other numbers now. */
  private void resolve(int from, int to) {
    long[] targets = staging.targets();
    for (int i = from; i < to; i++) {
      targets[i] = store.blocks().resolve(targets[i]);
    }
  }
}
