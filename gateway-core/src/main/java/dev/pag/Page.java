package dev.pag;

/**
 * One rendered scrape page: immutable pieces of bytes, shared by all scrapes that asked for the
 * same state and content coding.
 *
 * <p>Lifetime: plain heap arrays, kept alive by whoever still writes them; never modified, so they
 * may be wrapped without a copy.
 */
public final class Page {
  Page() {}

  /** Bytes in all pieces. */
  public long length() {
    throw new UnsupportedOperationException();
  }

  public int pieceCount() {
    throw new UnsupportedOperationException();
  }

  /** Piece {@code index}; its whole length counts. Must not be written to. */
  public byte[] piece(int index) {
    throw new UnsupportedOperationException();
  }
}
