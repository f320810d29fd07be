package dev.pag;

import dev.pag.aggregate.SeriesStore;
import dev.pag.exposition.GzipPieces;
import dev.pag.exposition.TextFormatWriter;
import java.lang.ref.SoftReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Renders pages, one at a time on a thread of its own, and lets scrapes share them.
 *
 * <p>A scrape joins the render that has not made its cut yet: then the page includes every push
 * that was finished before the scrape began. If nothing was committed since the last cut, the last
 * page is given again.
 *
 * <p>Threads: any. Guarantee: never more than one render runs and one waits, however many scrape.
 */
final class PageRenders implements AutoCloseable {
  private static final long CLOSE_SECONDS = 10;

  private final SeriesStore store;
  private final GatewayMetrics metrics;
  private final ExecutorService renderer = singleThread("pag-render");
  private final ExecutorService coder = singleThread("pag-gzip");

  private @Nullable CompletableFuture<RenderedPage> waiting;
  private boolean closed;

  // Kept for the next scrape of the same state, unless memory gets short. Render thread only.
  private SoftReference<@Nullable RenderedPage> last = new SoftReference<>(null);

  PageRenders(SeriesStore store, GatewayMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  private static ExecutorService singleThread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  CompletableFuture<Page> plain() {
    return join().thenApply(RenderedPage::plain);
  }

  CompletableFuture<Page> gzip() {
    return join().thenCompose(page -> page.gzip(coder));
  }

  private CompletableFuture<RenderedPage> join() {
    CompletableFuture<RenderedPage> joined;
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new CancellationException("gateway closed"));
      }
      joined = waiting;
      if (joined != null) {
        return joined;
      }
      joined = new CompletableFuture<>();
      waiting = joined;
    }
    renderer.execute(this::render);
    return joined;
  }

  private synchronized CompletableFuture<RenderedPage> takeWaiting() {
    CompletableFuture<RenderedPage> taken = waiting;
    waiting = null;
    return taken == null ? new CompletableFuture<>() : taken;
  }

  private void render() {
    // From here on newcomers wait for the next cut: this one may miss what they must see.
    CompletableFuture<RenderedPage> taken = takeWaiting();
    try {
      RenderedPage page = last.get();
      if (page == null || store.commitsSinceCut() > 0) {
        last = new SoftReference<>(null); // if this one fails, the cut has been made all the same
        page = renderNow();
        last = new SoftReference<>(page);
      }
      taken.complete(page);
    } catch (Throwable e) {
      taken.completeExceptionally(e);
      throw e;
    }
  }

  private RenderedPage renderNow() {
    long start = System.nanoTime();
    long cut = store.cut();
    long cutDone = System.nanoTime();
    Page page = new Page(TextFormatWriter.render(store.frames(cut), store));
    long end = System.nanoTime();
    metrics.pageRendered(cutDone - start, end - cutDone, page.length());
    return new RenderedPage(page);
  }

  @Override
  public void close() {
    CompletableFuture<RenderedPage> dropped;
    synchronized (this) {
      closed = true;
      dropped = waiting;
      waiting = null;
    }
    if (dropped != null) {
      dropped.completeExceptionally(new CancellationException("gateway closed"));
    }
    stop(renderer);
    stop(coder);
  }

  private static void stop(ExecutorService executor) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** A page, and its gzip form from the first time somebody asks for it. */
  private static final class RenderedPage {
    private final Page plain;
    private @Nullable CompletableFuture<Page> gzip;

    RenderedPage(Page plain) {
      this.plain = plain;
    }

    Page plain() {
      return plain;
    }

    synchronized CompletableFuture<Page> gzip(ExecutorService coder) {
      CompletableFuture<Page> coded = gzip;
      if (coded == null) {
        coded = code(coder);
        gzip = coded;
      }
      return coded;
    }

    private CompletableFuture<Page> code(ExecutorService coder) {
      try {
        return CompletableFuture.supplyAsync(
            () -> new Page(GzipPieces.encode(plain.pieces())), coder);
      } catch (RejectedExecutionException e) {
        return CompletableFuture.failedFuture(new CancellationException("gateway closed"));
      }
    }
  }
}
