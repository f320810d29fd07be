package dev.pag.netty;

import dev.pag.Gateway;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running HTTP edge of a gateway: the API listener and the lifecycle listener.
 *
 * <p>Threads: any. Guarantee: {@link #close} lets requests in work be answered, within the
 * configured time. The gateway stays the caller's, to be closed after the server.
 */
public final class GatewayServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  private final EventLoops loops;
  private final ExecutorService blockingWork;
  private final Readiness readiness;
  private final Duration drainTimeout;
  private final ListeningSocket api;
  private final ListeningSocket lifecycle; // the same as api on one port
  private boolean drained; // this and the next guarded by this
  private boolean closed;

  private GatewayServer(
      EventLoops loops,
      ExecutorService blockingWork,
      Readiness readiness,
      Duration drainTimeout,
      ListeningSocket api,
      ListeningSocket lifecycle) {
    this.loops = loops;
    this.blockingWork = blockingWork;
    this.readiness = readiness;
    this.drainTimeout = drainTimeout;
    this.api = api;
    this.lifecycle = lifecycle;
  }

  /**
   * Opens both listeners, or one if their addresses are equal.
   *
   * @throws BindFailedException if an address cannot be listened on; nothing runs then
   */
  public static GatewayServer start(
      ServerConfig config, Gateway gateway, RequestMetrics metrics, LifecyclePages pages)
      throws BindFailedException {
    return start(config, gateway, metrics, pages, Transport.best());
  }

  /** On a transport of the caller's choice; for tests that want each. */
  static GatewayServer start(
      ServerConfig config,
      Gateway gateway,
      RequestMetrics metrics,
      LifecyclePages pages,
      Transport transport)
      throws BindFailedException {
    EventLoops loops = new EventLoops(transport, config.onePort());
    ExecutorService blockingWork =
        Executors.newSingleThreadExecutor(new DefaultThreadFactory("own-metrics", true));
    try {
      GatewayServer server = start(config, gateway, metrics, pages, loops, blockingWork);
      transport.log();
      return server;
    } catch (BindFailedException | RuntimeException failure) {
      blockingWork.shutdown();
      loops.shutdown();
      throw failure;
    }
  }

  private static GatewayServer start(
      ServerConfig config,
      Gateway gateway,
      RequestMetrics metrics,
      LifecyclePages pages,
      EventLoops loops,
      ExecutorService blockingWork)
      throws BindFailedException {
    Readiness readiness = new Readiness(loops.apiLoops(), System::nanoTime);
    RefusalLog refusals = new RefusalLog(System::nanoTime);
    loops.startBeating(
        loop -> {
          readiness.beat(loop);
          refusals.reportSuppressed();
        });
    PageSupplier supplier = new PageSupplier(gateway, readiness, pages, blockingWork);
    EdgeFactory edges =
        listener ->
            new Edge(
                gateway,
                new RequestPlanner(listener, config.cors(), config.auth(), config.limits()),
                config.limits(),
                metrics,
                refusals,
                readiness,
                new HealthAnswers(config.version(), config.commit()),
                supplier);
    ListeningSocket api =
        ListeningSocket.open(
            config.apiListen(),
            loops.transport(),
            loops.api(),
            edges.edge(config.onePort() ? Listener.SHARED : Listener.API));
    ListeningSocket lifecycle =
        config.onePort()
            ? api
            : ListeningSocket.open(
                config.lifecycleListen(),
                loops.transport(),
                loops.lifecycle(),
                edges.edge(Listener.LIFECYCLE));
    readiness.serve();
    return new GatewayServer(loops, blockingWork, readiness, config.drainTimeout(), api, lifecycle);
  }

  /** What the two listeners do not share is only what they serve. */
  private interface EdgeFactory {
    Edge edge(Listener listener);
  }

  /** Where pushes and scrapes are served; the port is the real one if 0 was asked for. */
  public InetSocketAddress apiAddress() {
    return api.address();
  }

  /** Where health and own metrics are served. */
  public InetSocketAddress lifecycleAddress() {
    return lifecycle.address();
  }

  /**
   * Turns readiness to 503, accepts no more connections at the API, and waits until requests in
   * work are answered, or the configured time is up; then what is left is cut. The lifecycle
   * listener, if it has its own address, goes on answering. Does nothing the second time.
   */
  public synchronized void drain() {
    if (drained) {
      return;
    }
    drained = true;
    readiness.drain();
    api.stopAccepting();
    api.connections().fireUserEvent(DrainEvent.BEGIN);
    if (!awaitConnections()) {
      LOG.warn("requests in work after {} were cut", drainTimeout);
      api.connections().fireUserEvent(DrainEvent.CUT);
    }
  }

  private boolean awaitConnections() {
    try {
      return api.connections().awaitEmpty(drainTimeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Drains, then stops everything; returns when all threads have ended or had time to. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    drain();
    lifecycle.stopAccepting();
    loops.shutdown();
    blockingWork.shutdown(); // a page being made is for a connection that is gone
  }
}
