package dev.pag;

import java.util.List;

/**
 * One rendered scrape page: immutable pieces of bytes, shared by all scrapes that asked for the
 * same state and content coding.
 *
 * <p>Lifetime: plain heap arrays, kept alive by whoever still writes them; never modified, so they
 * may be wrapped without a copy.
 */
public final class Page {
  private final List<byte[]> pieces;
  private final long length;

  Page(List<byte[]> pieces) {
    this.pieces = List.copyOf(pieces);
    this.length = pieces.stream().mapToLong(piece -> piece.length).sum();
  }

  List<byte[]> pieces() {
    return pieces;
  }

  /** Bytes in all pieces. */
  public long length() {
    return length;
  }

  public int pieceCount() {
    return pieces.size();
  }

  /** Piece {@code index}; its whole length counts. Must not be written to. */
  public byte[] piece(int index) {
    return pieces.get(index);
  }
}
