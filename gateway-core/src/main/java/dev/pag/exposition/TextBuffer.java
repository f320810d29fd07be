package dev.pag.exposition;

import dev.pag.ascii.DecimalWriter;
import java.util.Arrays;

/**
 * Where blocks are rendered: a buffer that stays in the processor's cache, emptied into the page's
 * pieces, or coded as one, when it has enough. Grows with the largest block. Threads: one.
 */
final class TextBuffer {
  /** It is emptied where a block ends and this much has come together. */
  static final int ENOUGH_BYTES = 32 * 1024;

  private byte[] bytes = new byte[4 * ENOUGH_BYTES];
  private int size;

  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  boolean hasEnough() {
    return size >= ENOUGH_BYTES;
  }

  void clear() {
    size = 0;
  }

  void append(byte b) {
    ensure(1);
    bytes[size++] = b;
  }

  void append(byte[] source) {
    ensure(source.length);
    System.arraycopy(source, 0, bytes, size, source.length);
    size += source.length;
  }

  /** Appends the line of a sample: {@code texts[from, from + length)}, a blank, the value. */
  void appendSample(byte[] texts, int from, int length, double value) {
    ensure(length + DecimalWriter.MAX_BYTES + 2);
    byte[] out = bytes;
    int at = size;
    System.arraycopy(texts, from, out, at, length);
    at += length;
    out[at++] = ' ';
    at += DecimalWriter.write(value, out, at);
    out[at++] = '\n';
    size = at;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
