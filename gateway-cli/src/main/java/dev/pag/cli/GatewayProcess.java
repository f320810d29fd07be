package dev.pag.cli;

import dev.pag.netty.BindFailedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway as the whole of this process: runs until SIGTERM or SIGINT, then drains and exits.
 */
final class GatewayProcess {
  private static final Logger log = LoggerFactory.getLogger(GatewayProcess.class);

  /** What closing may take beyond the drain itself before the process ends without it. */
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

  private GatewayProcess() {}

  /** Does not return once the listeners are open; the process ends in the shutdown hook. */
  static int run(StartConfig config) throws BindFailedException {
    RunningGateway gateway = open(config);
    Duration bound = config.server().drainTimeout().plus(CLOSE_GRACE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> exit(gateway, bound), "shutdown"));
    announce(gateway); // last: who reads the line may send the signal at once
    awaitSignal();
    return Cli.OK;
  }

  /** Sets up the log and starts the gateway. */
  static RunningGateway open(StartConfig config) throws BindFailedException {
    config.logLevel().apply();
    config.warnings().forEach(log::warn);
    return RunningGateway.start(config.server());
  }

  /** Tells where it listens. */
  static void announce(RunningGateway gateway) {
    log.info(
        "{} listening for pushes and scrapes on {}, lifecycle on {}",
        BuildInfo.load(),
        gateway.apiAddress(),
        gateway.lifecycleAddress());
  }

  private static void awaitSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; if so, the hook closes all the same
    }
  }

  /**
   * Ends the process with 0, as an orderly stop should, where the JVM would end it with 143 or 130
   * after its hooks. Halting from within the hook is the one way that needs no internal API
   * (sun.misc.Signal is one), and it works for process 1 of a container too, since the JVM handles
   * the signals itself. Nothing else in this process has a hook that this could cut short.
   */
  private static void exit(RunningGateway gateway, Duration bound) {
    log.info("stopping");
    boolean closed = close(gateway, bound);
    if (closed) {
      log.info("stopped");
    }
    Runtime.getRuntime().halt(closed ? Cli.OK : Cli.FAILED);
  }

  private static boolean close(RunningGateway gateway, Duration bound) {
    FutureTask<Void> closing = new FutureTask<>(gateway::close, null);
    Thread closer = new Thread(closing, "close");
    closer.start();
    try {
      closing.get(bound.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      log.error("not stopped within {} ms, requests in work are cut", bound.toMillis());
    } catch (ExecutionException e) {
      log.error("could not stop in order", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
