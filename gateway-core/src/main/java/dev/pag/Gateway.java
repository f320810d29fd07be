package dev.pag;

import dev.pag.aggregate.Family;
import dev.pag.aggregate.SeriesStore;
import dev.pag.ascii.SipHash;
import dev.pag.model.MetricType;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The aggregation engine: pushes go in, pages come out.
 *
 * <p>Threads: any. Guarantee: a page shows every push whole or not at all, and every push that was
 * finished before {@link #scrape} was called. No call blocks on I/O; rendering runs on the
 * gateway's own thread.
 */
public final class Gateway implements AutoCloseable {
  /** Path label sets whose spellings are kept; pushes under more are read the slow way. */
  private static final int MAX_PATH_CONTEXTS = 100_000;

  private final GatewayConfig config;
  private final GatewayMetrics metrics;
  private final SeriesStore store;
  private final WorkspacePool workspaces;
  private final PathContexts contexts = new PathContexts(MAX_PATH_CONTEXTS);
  private final PageRenders renders;

  public Gateway(GatewayConfig config, GatewayMetrics metrics) {
    this(config, metrics, randomHash());
  }

  Gateway(GatewayConfig config, GatewayMetrics metrics, SipHash hashing) {
    this.config = config;
    this.metrics = metrics;
    this.store = new SeriesStore(hashing);
    this.workspaces = new WorkspacePool(store, config);
    this.renders = new PageRenders(store, metrics);
  }

  /** Keyed by the process, so that nobody outside can choose keys that collide. */
  private static SipHash randomHash() {
    SecureRandom random = new SecureRandom();
    return new SipHash(random.nextLong(), random.nextLong());
  }

  /** Opens a push whose samples all carry {@code labels}. */
  public PushSession openPush(PathLabels labels) {
    return new PushSession(workspaces, contexts, metrics, config.maxLineBytes(), labels.labels());
  }

  /**
   * The current state as text 0.0.4, to be {@link Page#release released} when it was read. Calls
   * that arrive during a render share the next one.
   */
  public CompletableFuture<Page> scrape() {
    return renders.plain();
  }

  /** The same page, gzip coded: what has not changed since the last one is not made again. */
  public CompletableFuture<Page> scrapeGzip() {
    return renders.gzip();
  }

  /** Sizes for the own metrics; walks all families. */
  public GatewayStats stats() {
    Map<MetricType, Long> byType = new EnumMap<>(MetricType.class);
    for (MetricType type : MetricType.values()) {
      byType.put(type, 0L);
    }
    Map<String, Long> byFamily = new LinkedHashMap<>();
    for (Family family : store.families()) {
      byType.merge(family.type(), 1L, Long::sum);
      byFamily.put(family.name().toString(), family.seriesCount());
    }
    return new GatewayStats(
        byFamily.size(), store.seriesCount(), workspaces.bytesInWork(), byType, byFamily);
  }

  /** Stops the render thread; scrapes in work fail with {@code CancellationException}. */
  @Override
  public void close() {
    renders.close();
  }
}
