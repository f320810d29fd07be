package dev.pag.exposition;

/**
 * The CRC-32 of joined texts from the checksums of the texts: what {@code java.util.zip.CRC32} can
 * not do.
 *
 * <p>A checksum is a polynomial over GF(2) modulo the one of gzip, its bits in reverse order: the
 * top bit is the coefficient of 1. Appending a text of n bytes multiplies what came before by
 * x^(8n), so two checksums join by one multiplication. Source: Mark Adler, "How to combine CRCs",
 * as in zlib 1.2.12 and later. Threads: any. Cost: {@link #combine} at most 32 steps; {@link
 * #shift} some hundreds.
 */
final class Crc32 {
  private static final int POLYNOMIAL = 0xedb88320;
  private static final int ONE = 0x80000000;
  private static final int X_TO_8 = ONE >>> 8;

  private Crc32() {}

  /** x^(8 * bytes): what a checksum is multiplied by when {@code bytes} more bytes follow. */
  static int shift(long bytes) {
    int result = ONE;
    int square = X_TO_8;
    for (long rest = bytes; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  /**
   * The checksum of two joined texts.
   *
   * @param secondShift the {@link #shift} of the second text's length
   */
  static int combine(int first, int second, int secondShift) {
    return multiply(first, secondShift) ^ second;
  }

  private static int multiply(int a, int b) {
    int product = 0;
    int shifted = b;
    for (int bits = a; bits != 0; bits <<= 1) {
      if (bits < 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
    }
    return product;
  }
}
