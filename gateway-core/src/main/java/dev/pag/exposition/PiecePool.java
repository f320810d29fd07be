package dev.pag.exposition;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of plain pages at rest, for the next page: a page of a million series is 80 MB, and a
 * collector that has to copy as much makes pushes wait.
 *
 * <p>Threads: any. Holds no more than the largest pages in use at once took, and nothing when
 * memory gets short.
 */
public final class PiecePool {
  static final int PIECE_BYTES = 64 * 1024;

  private SoftReference<@Nullable ArrayDeque<byte[]>> resting = new SoftReference<>(null);

  /** A piece with anything in it. */
  synchronized byte[] take() {
    ArrayDeque<byte[]> pieces = resting.get();
    byte[] piece = pieces == null ? null : pieces.pollLast();
    return piece == null ? new byte[PIECE_BYTES] : piece;
  }

  /** Takes pieces that nobody reads any more; others than its own are left to the collector. */
  public synchronized void giveBack(List<byte[]> unused) {
    ArrayDeque<byte[]> pieces = resting.get();
    if (pieces == null) {
      pieces = new ArrayDeque<>(unused.size());
      resting = new SoftReference<>(pieces);
    }
    for (byte[] piece : unused) {
      if (piece.length == PIECE_BYTES) {
        pieces.addLast(piece);
      }
    }
  }
}
