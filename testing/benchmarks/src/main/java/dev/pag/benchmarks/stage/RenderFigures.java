package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.GatewayConfig;
import dev.pag.GatewayMetrics;
import dev.pag.Page;
import dev.pag.PathLabels;
import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.util.Arrays;
import java.util.Locale;

/** Goal 9: a page of a million series against a memcpy of its text. */
final class RenderFigures {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Effort effort;
  private final Inputs inputs;

  RenderFigures(Effort effort, Inputs inputs) {
    this.effort = effort;
    this.inputs = inputs;
  }

  /**
   * CPU time of the render thread. Told on that thread at the end of each page, so what lies
   * between two pages is one cut, one render and one hand-over.
   */
  private static final class RenderClock implements GatewayMetrics {
    private volatile long cpuNanos;

    @Override
    public void pageRendered(long snapshotNanos, long renderNanos, long bytes) {
      cpuNanos = ThreadCost.cpuNanos();
    }
  }

  Figure run() {
    byte[][] bodies = inputs.pieces(effort.many(), LineOrder.IN_ORDER);
    RenderClock clock = new RenderClock();
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, clock)) {
      EnginePushes.pushAll(gateway, PathLabels.NONE, bodies);
      long render = Long.MAX_VALUE;
      long copy = Long.MAX_VALUE;
      long copyToNew = Long.MAX_VALUE;
      Page page = gateway.scrape().join();
      byte[][] copies = copyToNew(page);
      for (int round = 0; round < 2 * effort.rounds(); round++) {
        long before = clock.cpuNanos;
        EnginePushes.push(gateway, PathLabels.NONE, bodies[round]); // or the page is given again
        page = gateway.scrape().join();
        render = Math.min(render, clock.cpuNanos - before);
        copy = Math.min(copy, copyNanos(page, copies));
        long start = ThreadCost.cpuNanos();
        copies = copyToNew(page);
        copyToNew = Math.min(copyToNew, ThreadCost.cpuNanos() - start);
        page.release();
      }
      return figure(effort.many(), page, render, copy, copyToNew);
    }
  }

  private static long copyNanos(Page page, byte[][] copies) {
    long start = ThreadCost.cpuNanos();
    for (int piece = 0; piece < page.pieceCount(); piece++) {
      byte[] source = page.piece(piece);
      byte[] copy = copies[Math.min(piece, copies.length - 1)];
      System.arraycopy(source, 0, copy, 0, Math.min(source.length, copy.length));
    }
    return ThreadCost.cpuNanos() - start;
  }

  private static byte[][] copyToNew(Page page) {
    byte[][] copies = new byte[page.pieceCount()][];
    for (int piece = 0; piece < copies.length; piece++) {
      copies[piece] = Arrays.copyOf(page.piece(piece), page.piece(piece).length);
    }
    return copies;
  }

  private static Figure figure(int series, Page page, long render, long copy, long copyToNew) {
    return new Figure(
        9,
        "render the page, plain, " + series + " series",
        (double) render / copy,
        "x memcpy",
        4,
        3.4,
        Direction.AT_MOST,
        String.format(
            Locale.ROOT,
            "%.1f MB, render %.1f ms, memcpy %.1f ms, memcpy to new arrays %.1f ms",
            page.length() / 1e6,
            render / NANOS_PER_MILLI,
            copy / NANOS_PER_MILLI,
            copyToNew / NANOS_PER_MILLI));
  }
}
