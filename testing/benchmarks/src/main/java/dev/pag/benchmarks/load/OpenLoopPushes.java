package dev.pag.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Pushes that are due at fixed times, whether or not the server keeps up, as senders that know
 * nothing of each other would send them.
 *
 * <p>A latency runs from the time a push was due, not from when it was sent: after a stall all the
 * pushes that fell due meanwhile count as late, not only the one that met it.
 *
 * @param requests sent in turn
 * @param warmUpSeconds at the start, not counted
 */
record OpenLoopPushes(
    InetSocketAddress server,
    List<byte[]> requests,
    int perSecond,
    int connections,
    int warmUpSeconds,
    int seconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Gives the threads time to be there before the first push is due. */
  private static final long LEAD_NANOS = 50_000_000;

  /**
   * Sends them all.
   *
   * @throws IOException if an answer was not 202, or a connection failed
   */
  Samples run() throws IOException, InterruptedException {
    long startNanos = System.nanoTime() + LEAD_NANOS;
    ExecutorService senders = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Samples>> tasks = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int connection = i;
        tasks.add(() -> send(connection, startNanos));
      }
      List<Samples> parts = new ArrayList<>();
      for (Future<Samples> part : senders.invokeAll(tasks)) {
        parts.add(part.get());
      }
      return Samples.together(parts);
    } catch (ExecutionException e) {
      throw new IOException("pushes failed", e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  /** Sends every {@code connections}-th push. */
  private Samples send(int first, long startNanos) throws IOException {
    int warmUps = perSecond * warmUpSeconds;
    int all = warmUps + perSecond * seconds;
    Samples samples = new Samples(all / connections + 1);
    try (HttpConnection connection = new HttpConnection(server)) {
      for (int i = first; i < all; i += connections) {
        long dueNanos = startNanos + dueAfterNanos(i, perSecond);
        awaitTime(dueNanos);
        int status = connection.exchange(requests.get(i % requests.size())).status();
        if (status != 202) {
          throw new IOException("push answered with " + status);
        }
        if (i >= warmUps) {
          samples.add(System.nanoTime() - dueNanos);
        }
      }
    }
    return samples;
  }

  /** When a push is due, from the start. */
  static long dueAfterNanos(int number, int perSecond) {
    return (long) (number * NANOS_PER_SECOND / perSecond);
  }

  /** Returns at once if the time has passed: the connection is behind its schedule. */
  private static void awaitTime(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
