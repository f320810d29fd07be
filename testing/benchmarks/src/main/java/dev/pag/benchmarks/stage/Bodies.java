package dev.pag.benchmarks.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set of lines as the bodies of pushes. */
final class Bodies {
  private Bodies() {}

  /** Cuts behind line feeds into pieces that are as long as fits into {@code maxBytes}. */
  static byte[][] ofBytes(byte[] lines, int maxBytes) {
    return cut(lines, maxBytes, Integer.MAX_VALUE);
  }

  /** Cuts into pieces of {@code count} lines. */
  static byte[][] ofLines(byte[] lines, int count) {
    return cut(lines, Integer.MAX_VALUE, count);
  }

  private static byte[][] cut(byte[] bytes, int maxBytes, int maxLines) {
    List<byte[]> bodies = new ArrayList<>();
    int from = 0;
    int end = 0;
    int count = 0;
    while (end < bytes.length) {
      int next = lineEnd(bytes, end);
      if (count > 0 && (count == maxLines || next - from > maxBytes)) {
        bodies.add(Arrays.copyOfRange(bytes, from, end));
        from = end;
        count = 0;
      }
      end = next;
      count++;
    }
    bodies.add(Arrays.copyOfRange(bytes, from, end));
    return bodies.toArray(byte[][]::new);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  static long bytes(byte[][] bodies) {
    return Arrays.stream(bodies).mapToLong(body -> body.length).sum();
  }

  /** Bytes of series text in all lines: what stands before the last blank of each. */
  static long keyBytes(byte[][] bodies) {
    long sum = 0;
    for (byte[] body : bodies) {
      int from = 0;
      while (from < body.length) {
        int end = lineEnd(body, from);
        int blank = end;
        while (body[blank - 1] != ' ') {
          blank--;
        }
        sum += blank - 1 - from;
        from = end;
      }
    }
    return sum;
  }
}
