package dev.pag;

import java.util.concurrent.CompletableFuture;

/**
 * The aggregation engine: pushes go in, pages come out.
 *
 * <p>Threads: any. Guarantee: a page shows every push whole or not at all, and every push that was
 * finished before {@link #scrape} was called. No call blocks on I/O; rendering runs on the
 * gateway's own thread.
 */
public final class Gateway implements AutoCloseable {
  public Gateway(GatewayConfig config, GatewayMetrics metrics) {}

  /** Opens a push whose samples all carry {@code labels}. */
  public PushSession openPush(PathLabels labels) {
    throw new UnsupportedOperationException();
  }

  /**
   * The current state as text 0.0.4. Calls that arrive during a render share the next one; if
   * nothing changed since the last page, that one is given again.
   */
  public CompletableFuture<Page> scrape() {
    throw new UnsupportedOperationException();
  }

  /** The same page, gzip coded; coded once per page and shared. */
  public CompletableFuture<Page> scrapeGzip() {
    throw new UnsupportedOperationException();
  }

  public GatewayStats stats() {
    throw new UnsupportedOperationException();
  }

  /** Stops the render thread; scrapes in work fail with {@code CancellationException}. */
  @Override
  public void close() {}
}
