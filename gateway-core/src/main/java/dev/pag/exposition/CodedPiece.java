package dev.pag.exposition;

import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring blocks of a page, rendered at a cut and deflated apart from what is around
 * them, so that they can stand in later pages as long as nothing in them changes. Immutable.
 */
final class CodedPiece {
  private final long cut;
  private final Object[] keys;
  private final @Nullable Object[] helps; // compared by identity
  private final boolean beginsInFamily;
  private final boolean endsInFamily;
  private final int textLength;
  private final int checksum;
  private final int checksumShift;
  private final byte[] coded;

  /**
   * The piece with the text of the blocks {@code [from, to)} of a page.
   *
   * @param beginsInFamily the header of the first block's family stands before this piece
   * @param endsInFamily the header of the last block's family stands before the end of this piece
   * @param checksum CRC-32 of the text
   * @param coded whole deflate blocks, ending on a byte and without references to earlier text;
   *     kept
   */
  CodedPiece(
      PageBlocks page,
      int from,
      int to,
      long cut,
      boolean beginsInFamily,
      boolean endsInFamily,
      int textLength,
      int checksum,
      byte[] coded) {
    this.cut = cut;
    this.keys = new Object[to - from];
    this.helps = new @Nullable Object[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = page.key(from + i);
      helps[i] = page.family(from + i).help();
    }
    this.beginsInFamily = beginsInFamily;
    this.endsInFamily = endsInFamily;
    this.textLength = textLength;
    this.checksum = checksum;
    this.checksumShift = Crc32.shift(textLength);
    this.coded = coded;
  }

  /** True if the blocks of {@code page} from {@code at} on would give this piece again. */
  boolean stillHolds(PageBlocks page, int at, boolean inFamily) {
    if (at + keys.length > page.size() || inFamily != beginsInFamily) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      if (page.key(at + i) != keys[i]
          || page.family(at + i).help() != helps[i]
          || !page.isUntouched(at + i, cut)) {
        return false;
      }
    }
    return true;
  }

  Object firstKey() {
    return keys[0];
  }

  int blockCount() {
    return keys.length;
  }

  boolean endsInFamily() {
    return endsInFamily;
  }

  int textLength() {
    return textLength;
  }

  /** The checksum of a text that ended with {@code before}, with this piece's text behind it. */
  int appendTo(int before) {
    return Crc32.combine(before, checksum, checksumShift);
  }

  /** Must not be written to. */
  byte[] coded() {
    return coded;
  }
}
