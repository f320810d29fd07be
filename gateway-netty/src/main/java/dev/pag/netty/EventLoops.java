package dev.pag.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that serve connections: one a processor for the API, and one more for the lifecycle
 * listener if it has its own address, so that health is answered however busy the others are.
 */
final class EventLoops {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);
  private static final long SHUTDOWN_MILLIS = 2_000;
  private static final long BEAT_SECONDS = 1;

  private final Transport transport;
  private final int apiLoops;
  private final EventLoopGroup api;
  private final EventLoopGroup lifecycle;

  EventLoops(Transport transport, boolean onePort) {
    this.transport = transport;
    this.apiLoops = Runtime.getRuntime().availableProcessors();
    this.api = newGroup("api", apiLoops);
    this.lifecycle = onePort ? api : newGroup("lifecycle", 1);
  }

  private EventLoopGroup newGroup(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name), transport.newIoHandlers());
  }

  Transport transport() {
    return transport;
  }

  int apiLoops() {
    return apiLoops;
  }

  EventLoopGroup api() {
    return api;
  }

  EventLoopGroup lifecycle() {
    return lifecycle;
  }

  /** Has each loop of the API call {@code beat} with its number once a second. */
  void startBeating(IntConsumer beat) {
    int next = 0;
    for (EventExecutor loop : api) {
      int number = next++;
      Future<?> unused =
          loop.scheduleAtFixedRate(
              () -> beat.accept(number), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Stops all loops and waits for their threads, for a bounded time. */
  void shutdown() {
    Future<?> apiEnd = api.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
    Future<?> lifecycleEnd =
        lifecycle.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
    if (!apiEnd.awaitUninterruptibly(SHUTDOWN_MILLIS)
        || !lifecycleEnd.awaitUninterruptibly(SHUTDOWN_MILLIS)) {
      LOG.warn("event loops did not end within {} ms", SHUTDOWN_MILLIS);
    }
  }
}
