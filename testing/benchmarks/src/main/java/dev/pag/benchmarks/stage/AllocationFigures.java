package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.PathLabels;
import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.util.List;
import java.util.Locale;

/** Goal 13: what a push of known series allocates, by the JVM's own count for the thread. */
final class AllocationFigures {
  private static final int SMALL_LINES = 14;
  private static final int LARGE_LINES = 140;
  private static final int PUSHES = 2_000;

  /** Enough for the compiler to have seen which objects need not be made at all. */
  private static final int WARM_UP_PUSHES = 20_000;

  private AllocationFigures() {}

  static List<Figure> run(Inputs inputs) {
    byte[] small = inputs.pushesOf(LARGE_LINES, SMALL_LINES)[0];
    byte[] large = inputs.pushesOf(LARGE_LINES, LARGE_LINES)[0];
    try (Gateway gateway = EnginePushes.gatewayOf(new byte[][] {large})) {
      double smallBytes = bytesEach(gateway, small);
      double largeBytes = bytesEach(gateway, large);
      return List.of(sample(smallBytes, largeBytes), push(large, largeBytes));
    }
  }

  private static double bytesEach(Gateway gateway, byte[] body) {
    pushOften(gateway, body, WARM_UP_PUSHES);
    long before = ThreadCost.allocatedBytes();
    pushOften(gateway, body, PUSHES);
    return (ThreadCost.allocatedBytes() - before) / (double) PUSHES;
  }

  private static void pushOften(Gateway gateway, byte[] body, int times) {
    for (int i = 0; i < times; i++) {
      EnginePushes.push(gateway, PathLabels.NONE, body);
    }
  }

  private static Figure sample(double smallBytes, double largeBytes) {
    return new Figure(
        13,
        "allocated for each known sample",
        (largeBytes - smallBytes) / (LARGE_LINES - SMALL_LINES),
        "bytes",
        0,
        0,
        Direction.AT_MOST,
        String.format(
            Locale.ROOT,
            "%.1f bytes a push of %d samples, %.1f of %d",
            smallBytes,
            SMALL_LINES,
            largeBytes,
            LARGE_LINES));
  }

  private static Figure push(byte[] body, double bytes) {
    return new Figure(
        13,
        "allocated by the engine for each push of known series",
        bytes,
        "bytes",
        2_048,
        1_536,
        Direction.AT_MOST,
        body.length + " bytes of body; the server's own objects come on top");
  }
}
