package dev.pag.netty;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Whether work should be sent to us: started, not draining, and the engine moves.
 *
 * <p>What "moves" means here, and what not: pushes are parsed and committed on the event loops, so
 * each event loop of the API beats once a second, and a loop that stands still, in a commit that
 * cannot get its lock for example, misses its beats. Rendering runs on the engine's own thread, so
 * besides that no scrape may wait for its page for too long. Nothing is pushed or rendered only to
 * find out; an idle render thread that died shows with the next scrape.
 *
 * <p>Threads: any.
 */
final class Readiness {
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** Ten missed beats: a long pause of the garbage collector is no reason to be taken out. */
  static final long MAX_SILENCE_NANOS = 10 * SECOND_NANOS;

  /** Rendering millions of series takes seconds; this is beyond any page. */
  static final long MAX_RENDER_NANOS = 60 * SECOND_NANOS;

  private enum Phase {
    STARTING,
    SERVING,
    DRAINING
  }

  private final LongSupplier nanoTime;
  private final AtomicLongArray beats; // nanoTime of the last beat, by event loop
  private volatile Phase phase = Phase.STARTING;
  private int pagesAwaited; // this and the next guarded by this
  private long renderProgressNanos;

  Readiness(int eventLoops, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.beats = new AtomicLongArray(eventLoops);
    for (int i = 0; i < eventLoops; i++) {
      beat(i);
    }
  }

  void serve() {
    phase = Phase.SERVING;
  }

  void drain() {
    phase = Phase.DRAINING;
  }

  boolean draining() {
    return phase == Phase.DRAINING;
  }

  void beat(int eventLoop) {
    beats.set(eventLoop, nanoTime.getAsLong());
  }

  /** A scrape asked the engine for a page. */
  synchronized void pageAwaited() {
    if (pagesAwaited++ == 0) {
      renderProgressNanos = nanoTime.getAsLong();
    }
  }

  /** The engine answered it, with a page or without. */
  synchronized void pageArrived() {
    pagesAwaited--;
    renderProgressNanos = nanoTime.getAsLong();
  }

  boolean ready() {
    return phase == Phase.SERVING && loopsMove() && rendererMoves();
  }

  private boolean loopsMove() {
    long now = nanoTime.getAsLong();
    for (int i = 0; i < beats.length(); i++) {
      if (now - beats.get(i) > MAX_SILENCE_NANOS) {
        return false;
      }
    }
    return true;
  }

  private synchronized boolean rendererMoves() {
    return pagesAwaited == 0 || nanoTime.getAsLong() - renderProgressNanos <= MAX_RENDER_NANOS;
  }
}
