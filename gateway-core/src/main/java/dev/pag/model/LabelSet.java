package dev.pag.model;

import dev.pag.ascii.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * An immutable set of labels, sorted by name, kept as the bytes a page shows: {@code a="x",b="y"}.
 *
 * <p>Identity is those bytes. Empty values are not in it: they mean that the label is absent.
 */
public final class LabelSet implements Comparable<LabelSet> {
  public static final LabelSet EMPTY = new LabelSet(new byte[0][], new byte[0][], new byte[0]);

  private final byte[][] names;
  private final byte[][] escapedValues;
  private final byte[] text;
  private final int hash;

  private LabelSet(byte[][] names, byte[][] escapedValues, byte[] text) {
    this.names = names;
    this.escapedValues = escapedValues;
    this.text = text;
    this.hash = Arrays.hashCode(text);
  }

  /** The non-empty of {@code labels}; names must be legal, in byte order, values valid Unicode. */
  public static LabelSet of(SortedMap<String, String> labels) {
    ByteWriter text = new ByteWriter(64);
    byte[][] names = new byte[labels.size()][];
    byte[][] values = new byte[labels.size()][];
    int count = 0;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!label.getValue().isEmpty()) {
        names[count] = label.getKey().getBytes(StandardCharsets.UTF_8);
        values[count] = escape(label.getValue().getBytes(StandardCharsets.UTF_8));
        appendLabel(text, count == 0, names[count], values[count]);
        count++;
      }
    }
    if (count == 0) {
      return EMPTY;
    }
    return new LabelSet(
        Arrays.copyOf(names, count), Arrays.copyOf(values, count), text.toByteArray());
  }

  private static void appendLabel(ByteWriter text, boolean first, byte[] name, byte[] value) {
    if (!first) {
      text.append(',');
    }
    text.append(name).append('=').append('"').append(value).append('"');
  }

  /** Backslash, quote and line feed as the text format writes them. */
  private static byte[] escape(byte[] value) {
    ByteWriter escaped = new ByteWriter(value.length + 8);
    for (byte b : value) {
      if (b == '\n') {
        escaped.append('\\').append('n');
      } else {
        if (b == '\\' || b == '"') {
          escaped.append('\\');
        }
        escaped.append(b);
      }
    }
    return escaped.toByteArray();
  }

  public int size() {
    return names.length;
  }

  /** The name of label {@code index}; must not be written to. */
  public byte[] name(int index) {
    return names[index];
  }

  /** The escaped value of label {@code index}; must not be written to. */
  public byte[] escapedValue(int index) {
    return escapedValues[index];
  }

  public boolean contains(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (byte[] own : names) {
      if (Arrays.equals(own, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Any order will do: a sender may choose label sets whose hashes collide. */
  @Override
  public int compareTo(LabelSet other) {
    return Arrays.compareUnsigned(text, other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelSet set && Arrays.equals(text, set.text);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return new String(text, StandardCharsets.UTF_8);
  }
}
