package dev.pag.netty;

import dev.pag.Gateway;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks for pages; none is made on the caller's thread. Threads: any. */
final class PageSupplier {
  private final Gateway gateway;
  private final Readiness readiness;
  private final LifecyclePages lifecyclePages;
  private final Executor blockingWork;

  /**
   * @param blockingWork makes the own metrics page, which may take long
   */
  PageSupplier(
      Gateway gateway, Readiness readiness, LifecyclePages lifecyclePages, Executor blockingWork) {
    this.gateway = gateway;
    this.readiness = readiness;
    this.lifecyclePages = lifecyclePages;
    this.blockingWork = blockingWork;
  }

  CompletableFuture<PieceSource> scrape(boolean gzip) {
    readiness.pageAwaited();
    return (gzip ? gateway.scrapeGzip() : gateway.scrape())
        .whenComplete((page, failure) -> readiness.pageArrived())
        .thenApply(PieceSource::of);
  }

  CompletableFuture<PieceSource> ownMetrics() {
    return CompletableFuture.supplyAsync(
        () -> PieceSource.of(lifecyclePages.ownMetrics()), blockingWork);
  }

  PageHead ownMetricsHead() {
    return PageHead.plain(lifecyclePages.ownMetricsContentType());
  }
}
