package dev.pag;

import dev.pag.aggregate.SeriesStore;
import dev.pag.exposition.GzipPage;
import dev.pag.exposition.GzipPages;
import dev.pag.exposition.PiecePool;
import dev.pag.exposition.TextFormatWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Renders pages, one at a time on a thread of its own, and lets scrapes share them.
 *
 * <p>Threads: any.
 */
final class PageRenders implements AutoCloseable {
  private static final long CLOSE_SECONDS = 10;

  private final SeriesStore store;
  private final GatewayMetrics metrics;
  private final ExecutorService renderer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "pag-render");
            thread.setDaemon(true);
            return thread;
          });
  private final SharedRender plain = new SharedRender(renderer, this::renderPlain);
  private final SharedRender gzip = new SharedRender(renderer, this::renderGzip);

  private final PiecePool pieces = new PiecePool();
  private final GzipPages gzipPages; // render thread only

  PageRenders(SeriesStore store, GatewayMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
    this.gzipPages = new GzipPages(store);
  }

  CompletableFuture<Page> plain() {
    return plain.join();
  }

  CompletableFuture<Page> gzip() {
    return gzip.join();
  }

  private Page renderPlain() {
    return atCut(
        cut -> {
          List<byte[]> text = TextFormatWriter.render(store.frames(cut.number), store, pieces);
          Page page = new Page(text, pieces::giveBack);
          metrics.pageRendered(cut.nanos, cut.nanosSince(), page.length());
          metrics.piecesRendered(page.pieceCount(), 0);
          return page;
        });
  }

  private Page renderGzip() {
    return atCut(
        cut -> {
          GzipPage coded = gzipPages.render(store.frames(cut.number), cut.number);
          metrics.pageRendered(cut.nanos, cut.nanosSince(), coded.textLength());
          metrics.piecesRendered(coded.codedPieces(), coded.reusedPieces());
          return new Page(coded.bytes(), kept -> {});
        });
  }

  private Page atCut(Function<Cut, Page> render) {
    long start = System.nanoTime();
    Cut cut = new Cut(store.hold(), start);
    try {
      return render.apply(cut);
    } finally {
      store.release();
    }
  }

  /** A held cut, and how long it took to get it. */
  private static final class Cut {
    private final long number;
    private final long nanos;
    private final long madeAt = System.nanoTime();

    Cut(long number, long startNanos) {
      this.number = number;
      this.nanos = madeAt - startNanos;
    }

    long nanosSince() {
      return System.nanoTime() - madeAt;
    }
  }

  @Override
  public void close() {
    plain.close();
    gzip.close();
    renderer.shutdown();
    try {
      if (renderer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        gzipPages.close();
      } else {
        renderer.shutdownNow(); // a render may still use what would be freed
      }
    } catch (InterruptedException e) {
      renderer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
