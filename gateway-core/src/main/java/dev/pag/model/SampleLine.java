package dev.pag.model;

import java.util.Arrays;

/**
 * One sample line taken apart: positions into the line's bytes and the value.
 *
 * <p>A flyweight that one reader re-fills line by line. Label values stay escaped: the format has
 * exactly one spelling for each value (only backslash, quote and line feed are escaped, and they
 * must be), so equal values have equal bytes.
 *
 * <p>Lifetime: valid until the next line is read, while the bytes are unchanged. Threads: one.
 */
public final class SampleLine {
  private static final int FIELDS = 4;
  private static final int NAME_FROM = 0;
  private static final int NAME_TO = 1;
  private static final int VALUE_FROM = 2;
  private static final int VALUE_TO = 3;

  private byte[] bytes = new byte[0];
  private int from;
  private int nameTo;
  private int seriesTo;
  private int valueFrom;
  private double value;
  private int labelCount;
  private int[] labels = new int[16 * FIELDS];

  /** Starts a new line whose metric name is {@code bytes[from, nameTo)}. */
  public void begin(byte[] newBytes, int newFrom, int newNameTo) {
    bytes = newBytes;
    from = newFrom;
    nameTo = newNameTo;
    labelCount = 0;
  }

  public void addLabel(int labelFrom, int labelTo, int labelValueFrom, int labelValueTo) {
    int base = labelCount * FIELDS;
    if (base == labels.length) {
      labels = Arrays.copyOf(labels, labels.length * 2);
    }
    labels[base + NAME_FROM] = labelFrom;
    labels[base + NAME_TO] = labelTo;
    labels[base + VALUE_FROM] = labelValueFrom;
    labels[base + VALUE_TO] = labelValueTo;
    labelCount++;
  }

  /** Ends the series text, the bytes before the blanks that lead to the value. */
  public void endSeries(int newSeriesTo) {
    seriesTo = newSeriesTo;
  }

  public void setValue(int newValueFrom, double newValue) {
    valueFrom = newValueFrom;
    value = newValue;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int nameTo() {
    return nameTo;
  }

  public int seriesTo() {
    return seriesTo;
  }

  public int valueFrom() {
    return valueFrom;
  }

  public double value() {
    return value;
  }

  public int labelCount() {
    return labelCount;
  }

  public int labelFrom(int label) {
    return labels[label * FIELDS + NAME_FROM];
  }

  public int labelTo(int label) {
    return labels[label * FIELDS + NAME_TO];
  }

  public int labelValueFrom(int label) {
    return labels[label * FIELDS + VALUE_FROM];
  }

  public int labelValueTo(int label) {
    return labels[label * FIELDS + VALUE_TO];
  }

  public boolean isValueEmpty(int label) {
    return labelValueFrom(label) == labelValueTo(label);
  }

  public boolean isLabel(int label, byte[] name) {
    return Arrays.equals(bytes, labelFrom(label), labelTo(label), name, 0, name.length);
  }

  /** The index of the label called {@code name}, or -1. */
  public int indexOf(byte[] name) {
    for (int label = 0; label < labelCount; label++) {
      if (isLabel(label, name)) {
        return label;
      }
    }
    return -1;
  }

  /** Sorts the labels by name, bytewise; insertion sort, since senders mostly sort already. */
  public void sortLabels() {
    for (int label = 1; label < labelCount; label++) {
      for (int at = label; at > 0 && compareNames(at - 1, at) > 0; at--) {
        swap(at - 1, at);
      }
    }
  }

  /** Compares the names of two labels, bytewise. */
  public int compareNames(int first, int second) {
    return Arrays.compareUnsigned(
        bytes, labelFrom(first), labelTo(first), bytes, labelFrom(second), labelTo(second));
  }

  private void swap(int first, int second) {
    for (int field = 0; field < FIELDS; field++) {
      int kept = labels[first * FIELDS + field];
      labels[first * FIELDS + field] = labels[second * FIELDS + field];
      labels[second * FIELDS + field] = kept;
    }
  }
}
