package dev.pag.exposition;

import java.util.ArrayList;
import java.util.List;

/**
 * A page as one gzip member, stitched from deflated pieces (RFC 1952). One member, not one a piece:
 * curl 7.88 stops after the first. Threads: one.
 */
public final class GzipPage {
  /** No name, no time; made for speed on an unknown system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

  /** The last deflate block, which is empty: fixed codes, end of block. RFC 1951, section 3.2.3. */
  private static final byte[] END = {3, 0};

  private static final int TRAILER_BYTES = 8;

  private final List<byte[]> bytes = new ArrayList<>();
  private int checksum;
  private long textLength;
  private int codedPieces;
  private int reusedPieces;

  GzipPage() {
    bytes.add(HEADER);
  }

  void addReused(CodedPiece piece) {
    add(piece);
    reusedPieces++;
  }

  void addCoded(CodedPiece piece) {
    add(piece);
    codedPieces++;
  }

  private void add(CodedPiece piece) {
    bytes.add(piece.coded());
    checksum = piece.appendTo(checksum);
    textLength += piece.textLength();
  }

  GzipPage finish() {
    bytes.add(END);
    bytes.add(trailer());
    return this;
  }

  /** Checksum and length modulo 2^32, little-endian. */
  private byte[] trailer() {
    byte[] trailer = new byte[TRAILER_BYTES];
    for (int i = 0; i < 4; i++) {
      trailer[i] = (byte) (checksum >>> (8 * i));
      trailer[4 + i] = (byte) (textLength >>> (8 * i));
    }
    return trailer;
  }

  /** The member, in parts that must not be written to. */
  public List<byte[]> bytes() {
    return bytes;
  }

  /** Bytes of the text before it was coded. */
  public long textLength() {
    return textLength;
  }

  /** Pieces rendered and deflated for this page. */
  public int codedPieces() {
    return codedPieces;
  }

  /** Pieces taken over from the page before. */
  public int reusedPieces() {
    return reusedPieces;
  }
}
