package dev.pag.exposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Codes a page as one gzip member, in pieces.
 *
 * <p>One member, not one a piece: curl 7.88 stops after the first. Level 1, since a higher one
 * costs several times the time for a tenth of the size. Source: RFC 1952.
 */
public final class GzipPieces {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
  private static final int TRAILER_BYTES = 8;

  private GzipPieces() {}

  /** The pieces of the coded page; {@code pieces} are only read. */
  public static List<byte[]> encode(List<byte[]> pieces) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      List<byte[]> coded = new ArrayList<>();
      coded.add(HEADER.clone());
      byte[] buffer = new byte[PieceWriter.PIECE_BYTES];
      CRC32 checksum = new CRC32();
      long length = 0;
      for (byte[] piece : pieces) {
        checksum.update(piece);
        length += piece.length;
        deflater.setInput(piece);
        drain(deflater, buffer, coded);
      }
      deflater.finish();
      drain(deflater, buffer, coded);
      coded.add(trailer(checksum.getValue(), length));
      return coded;
    } finally {
      deflater.end();
    }
  }

  private static void drain(Deflater deflater, byte[] buffer, List<byte[]> coded) {
    int count = deflater.deflate(buffer);
    while (count > 0) {
      coded.add(Arrays.copyOf(buffer, count));
      count = deflater.deflate(buffer);
    }
  }

  /** Checksum and length modulo 2^32, little-endian. */
  private static byte[] trailer(long checksum, long length) {
    byte[] trailer = new byte[TRAILER_BYTES];
    for (int i = 0; i < 4; i++) {
      trailer[i] = (byte) (checksum >>> (8 * i));
      trailer[4 + i] = (byte) (length >>> (8 * i));
    }
    return trailer;
  }
}
