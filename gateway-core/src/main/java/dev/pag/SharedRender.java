package dev.pag;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way to render a page, and who waits for it. A scrape joins the render that has not begun yet:
 * then the page includes every push that was finished before the scrape began.
 *
 * <p>Threads: any. Guarantee: never more than one render runs and one waits, however many scrape.
 */
final class SharedRender {
  private final Executor thread;
  private final Supplier<Page> render;
  private @Nullable CompletableFuture<Page> waiting;
  private int waitingScrapes;
  private boolean closed;

  /**
   * @param thread runs one task at a time
   */
  SharedRender(Executor thread, Supplier<Page> render) {
    this.thread = thread;
    this.render = render;
  }

  /** A page of which the caller is one of the owners. */
  CompletableFuture<Page> join() {
    CompletableFuture<Page> joined;
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(gatewayClosed());
      }
      joined = waiting;
      if (joined != null) {
        waitingScrapes++;
        return joined;
      }
      joined = new CompletableFuture<>();
      waiting = joined;
      waitingScrapes = 1;
    }
    try {
      thread.execute(this::run);
    } catch (RejectedExecutionException e) {
      takeWaiting().completeExceptionally(gatewayClosed());
    }
    return joined;
  }

  private static CancellationException gatewayClosed() {
    return new CancellationException("gateway closed");
  }

  private synchronized CompletableFuture<Page> takeWaiting() {
    CompletableFuture<Page> taken = waiting;
    waiting = null;
    return taken == null ? new CompletableFuture<>() : taken;
  }

  private void run() {
    // From here on newcomers wait for the next cut: this one may miss what they must see.
    int scrapes;
    CompletableFuture<Page> taken;
    synchronized (this) {
      scrapes = waitingScrapes;
      taken = takeWaiting();
    }
    try {
      Page page = render.get();
      page.ownedBy(scrapes);
      taken.complete(page);
    } catch (Throwable e) {
      taken.completeExceptionally(e);
      throw e;
    }
  }

  /** Fails who waits, now and later. */
  void close() {
    CompletableFuture<Page> dropped;
    synchronized (this) {
      closed = true;
      dropped = waiting;
      waiting = null;
    }
    if (dropped != null) {
      dropped.completeExceptionally(gatewayClosed());
    }
  }
}
