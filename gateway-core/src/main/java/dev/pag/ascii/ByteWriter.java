package dev.pag.ascii;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growable append buffer.
 *
 * <p>Lifetime: {@link #array} is the buffer itself; it may be replaced by any append, so it is read
 * anew after each. Threads: one.
 */
public final class ByteWriter {
  private byte[] bytes;
  private int size;

  public ByteWriter(int initialCapacity) {
    this.bytes = new byte[initialCapacity];
  }

  /** The backing array; valid bytes are {@code [0, size())}. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  public int capacity() {
    return bytes.length;
  }

  /** Forgets everything from {@code newSize} on. */
  public void truncate(int newSize) {
    if (newSize > size) {
      throw new IllegalArgumentException("bug: truncate " + newSize + " > size " + size);
    }
    size = newSize;
  }

  public ByteWriter append(byte b) {
    ensure(1);
    bytes[size++] = b;
    return this;
  }

  public ByteWriter append(char ascii) {
    return append((byte) ascii);
  }

  public ByteWriter append(byte[] source) {
    return append(source, 0, source.length);
  }

  public ByteWriter append(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  public ByteWriter append(String text) {
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends {@code value} in Go's shortest 'g' format. */
  public ByteWriter append(double value) {
    ensure(DecimalWriter.MAX_BYTES);
    size += DecimalWriter.write(value, bytes, size);
    return this;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      grow(more);
    }
  }

  private void grow(int more) {
    int wanted = Math.addExact(size, more);
    int doubled = (int) Math.min(Integer.MAX_VALUE - 16, bytes.length * 2L);
    bytes = Arrays.copyOf(bytes, Math.max(wanted, doubled));
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
