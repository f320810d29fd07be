package dev.pag.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable run of bytes as a map key, ordered by unsigned byte.
 *
 * <p>For the cold paths only: a hash table with keys a sender chooses must be a tree underneath or
 * a {@link java.util.HashMap}, which turns into trees when keys collide (it uses this order).
 */
public final class ByteKey implements Comparable<ByteKey> {
  private final byte[] bytes;
  private final int hash;

  private ByteKey(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  /** Copies {@code source[from, to)}. */
  public static ByteKey copyOf(byte[] source, int from, int to) {
    return new ByteKey(Arrays.copyOfRange(source, from, to));
  }

  public static ByteKey of(String text) {
    return new ByteKey(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes themselves; must not be written to. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  public boolean contentEquals(byte[] other, int from, int to) {
    return Arrays.equals(bytes, 0, bytes.length, other, from, to);
  }

  /** This key with {@code suffix} behind it. */
  public ByteKey plus(String suffix) {
    byte[] end = suffix.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(bytes, bytes.length + end.length);
    System.arraycopy(end, 0, whole, bytes.length, end.length);
    return new ByteKey(whole);
  }

  public boolean endsWith(String suffix) {
    byte[] end = suffix.getBytes(StandardCharsets.UTF_8);
    int start = bytes.length - end.length;
    return start >= 0 && Arrays.equals(bytes, start, bytes.length, end, 0, end.length);
  }

  /** This key without its last {@code count} bytes. */
  public ByteKey withoutLast(int count) {
    return copyOf(bytes, 0, bytes.length - count);
  }

  @Override
  public int compareTo(ByteKey other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
