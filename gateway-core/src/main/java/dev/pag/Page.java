package dev.pag;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One rendered scrape page: pieces of bytes, shared by all scrapes that asked for the same state
 * and content coding.
 *
 * <p>Lifetime: plain heap arrays, which may be wrapped without a copy and must not be written to.
 * Each scrape that was given the page owns it in part until it calls {@link #release}; after the
 * last one has, the arrays serve the next page. A scrape that never does costs that, no more: the
 * collector takes what nobody knows.
 */
public final class Page {
  private final List<byte[]> pieces;
  private final long length;
  private final Consumer<List<byte[]>> whenUnused;
  private final AtomicInteger owners = new AtomicInteger();

  /**
   * @param whenUnused is given the pieces when the last owner has released the page
   */
  Page(List<byte[]> pieces, Consumer<List<byte[]>> whenUnused) {
    this.pieces = List.copyOf(pieces);
    this.length = pieces.stream().mapToLong(piece -> piece.length).sum();
    this.whenUnused = whenUnused;
  }

  /** To be called once, before anybody gets the page. */
  void ownedBy(int scrapes) {
    owners.set(scrapes);
  }

  /** The caller, one of the owners, reads no piece any more. To be called once. */
  public void release() {
    if (owners.decrementAndGet() == 0) {
      whenUnused.accept(pieces);
    }
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
