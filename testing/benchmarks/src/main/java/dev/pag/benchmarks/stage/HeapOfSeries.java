package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;

/**
 * Prints the heap bytes and the key bytes of each of a million series; a program of its own, so
 * that nothing else is on the heap.
 */
final class HeapOfSeries {
  private static final int LINES_A_PUSH = 1_000;

  private HeapOfSeries() {}

  /**
   * Prints two numbers.
   *
   * @param args the number of series and the path labels
   */
  public static void main(String[] args) throws InterruptedException {
    int series = Integer.parseInt(args[0]);
    byte[][] bodies = new Inputs(series).pushesOf(series, LINES_A_PUSH);
    try (Gateway gateway = EnginePushes.emptyGateway()) {
      // One push first: classes, tables of constants and buffers are not the series'.
      PathLabels labels = EnginePushes.labels(args[1]);
      EnginePushes.push(gateway, labels, bodies[0]);
      long before = usedBytes();
      EnginePushes.pushAll(gateway, labels, bodies);
      long heap = usedBytes() - before;
      System.out.println((double) heap / (series - LINES_A_PUSH));
      // Reads the bodies, so they were on the heap at both looks.
      System.out.println((double) Bodies.keyBytes(bodies) / series);
    }
  }

  private static long usedBytes() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50); // references are cleared on another thread
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
