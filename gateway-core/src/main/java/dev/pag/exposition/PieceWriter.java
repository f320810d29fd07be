package dev.pag.exposition;

import dev.pag.ascii.DecimalWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects a page in pieces of 64 KiB: no piece is large enough to be a special case for a garbage
 * collector, and a slow reader is sent one after the other. Threads: one.
 */
final class PieceWriter {
  static final int PIECE_BYTES = 64 * 1024;

  private final List<byte[]> pieces = new ArrayList<>();
  private byte[] piece = new byte[PIECE_BYTES];
  private int size;

  void append(byte b) {
    if (size == piece.length) {
      next();
    }
    piece[size++] = b;
  }

  void append(byte[] source, int from, int length) {
    if (piece.length - size >= length) {
      System.arraycopy(source, from, piece, size, length);
      size += length;
    } else {
      appendAcross(source, from, length);
    }
  }

  void append(byte[] source) {
    append(source, 0, source.length);
  }

  private void appendAcross(byte[] source, int from, int length) {
    int done = 0;
    while (done < length) {
      if (size == piece.length) {
        next();
      }
      int part = Math.min(length - done, piece.length - size);
      System.arraycopy(source, from + done, piece, size, part);
      size += part;
      done += part;
    }
  }

  /** Appends {@code value} in Go's shortest form. */
  void append(double value) {
    if (piece.length - size < DecimalWriter.MAX_BYTES) {
      byte[] text = new byte[DecimalWriter.MAX_BYTES];
      append(text, 0, DecimalWriter.write(value, text, 0));
    } else {
      size += DecimalWriter.write(value, piece, size);
    }
  }

  private void next() {
    pieces.add(piece);
    piece = new byte[PIECE_BYTES];
    size = 0;
  }

  /** All pieces; the last one is cut to its length. */
  List<byte[]> finish() {
    if (size > 0) {
      pieces.add(Arrays.copyOf(piece, size));
    }
    return pieces;
  }
}
