package dev.pag.exposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fills the pieces of a plain page one after the other. Threads: one. */
final class TextPieces {
  private final PiecePool pool;
  private final List<byte[]> full = new ArrayList<>();
  private byte[] piece;
  private int size;

  TextPieces(PiecePool pool) {
    this.pool = pool;
    this.piece = pool.take();
  }

  /** Appends what {@code text} holds, and empties it. */
  void append(TextBuffer text) {
    int done = 0;
    while (done < text.size()) {
      if (size == piece.length) {
        full.add(piece);
        piece = pool.take();
        size = 0;
      }
      int part = Math.min(text.size() - done, piece.length - size);
      System.arraycopy(text.array(), done, piece, size, part);
      size += part;
      done += part;
    }
    text.clear();
  }

  /** All pieces, each of which counts whole: the last one is cut to its length. */
  List<byte[]> finish() {
    if (size > 0) {
      full.add(Arrays.copyOf(piece, size));
    }
    pool.giveBack(List.of(piece));
    return full;
  }
}
