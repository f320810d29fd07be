package dev.pag.exposition;

import dev.pag.snapshot.FamilyFrame;
import dev.pag.snapshot.SeriesTexts;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes gzip coded pages and keeps the pieces of the last one: blocks that nobody pushed to since
 * are neither rendered nor deflated again.
 *
 * <p>Threads: one. Cost: with nothing changed, a look at each block and one multiplication of
 * checksums a piece. The kept pieces are as large as the last page.
 */
public final class GzipPages implements AutoCloseable {
  /*
   * Implementation note. Pieces are found again by their first block. From a block on that begins
   * no piece that still holds, blocks are rendered until there is enough text, or until one comes
   * that begins an old piece: so a change in one place does not move the borders of all pieces
   * behind it. Old borders are passed over while the new piece is small, or a family that grows in
   * many places would end in crumbs. The deflater flushes fully at each border (Z_FULL_FLUSH): the
   * output ends on a byte and nothing behind it refers to what was before.
   */
  private static final int CRUMB_BYTES = TextBuffer.ENOUGH_BYTES / 4;

  private final TextBuffer text = new TextBuffer();
  private final TextFormatWriter writer;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private byte[] output = new byte[0];
  private IdentityHashMap<Object, CodedPiece> known = new IdentityHashMap<>();

  public GzipPages(SeriesTexts texts) {
    this.writer = new TextFormatWriter(texts, text);
  }

  /** The page of {@code families} as they were at {@code cut}, which is not below the last one. */
  public GzipPage render(Iterator<FamilyFrame> families, long cut) {
    PageBlocks blocks = new PageBlocks(families);
    IdentityHashMap<Object, CodedPiece> pieces = new IdentityHashMap<>();
    GzipPage page = new GzipPage();
    deflater.reset();
    boolean inFamily = false;
    int at = 0;
    while (at < blocks.size()) {
      inFamily &= blocks.block(at) > 0;
      CodedPiece piece = known.get(blocks.key(at));
      if (piece != null && piece.stillHolds(blocks, at, inFamily)) {
        page.addReused(piece);
      } else {
        piece = newPiece(blocks, at, inFamily, cut);
        page.addCoded(piece);
      }
      pieces.put(piece.firstKey(), piece);
      inFamily = piece.endsInFamily();
      at += piece.blockCount();
    }
    known = pieces;
    return page.finish();
  }

  private CodedPiece newPiece(PageBlocks blocks, int from, boolean inFamily, long cut) {
    text.clear();
    writer.setInFamily(inFamily);
    int to = from;
    do {
      writer.writeBlock(blocks.family(to), blocks.block(to));
      to++;
    } while (to < blocks.size() && !isBorder(blocks.key(to)));
    return new CodedPiece(
        blocks, from, to, cut, inFamily, writer.isInFamily(), text.size(), checksum(), deflated());
  }

  private boolean isBorder(Object next) {
    return text.hasEnough() || (text.size() >= CRUMB_BYTES && known.containsKey(next));
  }

  private int checksum() {
    CRC32 checksum = new CRC32();
    checksum.update(text.array(), 0, text.size());
    return (int) checksum.getValue();
  }

  private byte[] deflated() {
    int bound = bound(text.size());
    if (output.length < bound) {
      output = new byte[bound];
    }
    deflater.setInput(text.array(), 0, text.size());
    int count = deflater.deflate(output, 0, output.length, Deflater.FULL_FLUSH);
    if (count == output.length || !deflater.needsInput()) {
      throw new IllegalStateException("bug: " + text.size() + " bytes deflate to over " + bound);
    }
    return Arrays.copyOf(output, count);
  }

  /** Above what zlib makes of {@code length} bytes at worst: stored blocks, and the flush. */
  private static int bound(int length) {
    return length + length / 64 + 256;
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    deflater.end();
  }
}
