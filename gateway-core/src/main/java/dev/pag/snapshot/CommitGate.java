package dev.pag.snapshot;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Divides the stream of commits into epochs: a commit passes the gate on its way in and out, and a
 * cut starts the next epoch and waits until every commit of the one before is through.
 *
 * <p>Assumes: a commit leaves with the epoch it was given, exactly once, and does not block inside;
 * one thread at a time cuts, and holds. Guarantee: after {@link #cut} returns {@code e}, all
 * commits of epochs below {@code e} are complete, and those that run or follow are of epoch {@code
 * e}. Progress: entering and leaving never wait; only the cutter does.
 */
public final class CommitGate {
  /*
   * Implementation note. A writer-reader phaser as in HdrHistogram (Gil Tene), with two phases that
   * take turns. `entered` counts the commits of the current phase and holds the phase in its sign
   * bit, so that counting oneself in and learning the phase is one atomic step. The cutter swaps it
   * for the other phase at zero, which tells it how many commits it must see leave. The epoch number
   * of a phase is written before the phase opens, and not again until all its commits have left.
   *
   * `held` and `entered` are Dekker's: the reader sets held, then looks at entered; a commit counts
   * itself in, then looks at held. One of the two sees the other.
   */
  private static final long ODD = Long.MIN_VALUE;
  private static final int SPINS = 200;
  private static final long PARK_NANOS = 20_000;

  private final AtomicLong entered = new AtomicLong();
  private final AtomicLongArray left = new AtomicLongArray(2);
  private final AtomicLongArray epochs = new AtomicLongArray(new long[] {1, 0});
  private volatile boolean held;

  /** Begins a commit; returns its epoch, to be handed to {@link #leave}. */
  public long enter() {
    long before = entered.getAndIncrement();
    return epochs.get(phase(before));
  }

  /** Ends the commit that {@link #enter} gave {@code epoch} to. */
  public void leave(long epoch) {
    left.getAndIncrement(phaseOfEpoch(epoch));
  }

  /**
   * Whether somebody reads, or is about to read, the state of a cut: then the first change of an
   * epoch must keep what the cut shows. Asked by a commit on its way, between enter and leave.
   */
  public boolean isHeld() {
    return held;
  }

  /**
   * Holds the present state until {@link #release}: that of the last cut if no commit has entered
   * since, else of a new one. Returns the number of the cut; the same number means the same state.
   */
  public long hold() {
    held = true; // first: a commit that the next line does not see must see this
    long current = entered.get();
    return (current & ~ODD) == 0 ? epochs.get(phase(current)) : cut();
  }

  /** Nobody reads the cut any more. */
  public void release() {
    held = false;
  }

  /**
   * Starts the next epoch, waits for the commits of the last one, and returns the new number; held.
   */
  public long cut() {
    held = true;
    long current = entered.get();
    int closing = phase(current);
    int opening = 1 - closing;
    long next = epochs.get(closing) + 1;
    left.set(opening, 0);
    epochs.set(opening, next);
    long closed = entered.getAndSet(opening == 0 ? 0 : ODD);
    awaitLeft(closing, closed & ~ODD);
    return next;
  }

  private void awaitLeft(int phase, long commits) {
    for (int tries = 0; left.get(phase) != commits; tries++) {
      if (tries < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(PARK_NANOS);
      }
    }
  }

  private static int phase(long enteredWord) {
    return enteredWord < 0 ? 1 : 0;
  }

  /** Epoch 1 has phase 0, and they take turns. */
  private static int phaseOfEpoch(long epoch) {
    return (int) ((epoch + 1) & 1);
  }
}
