package dev.pag.aggregate;

import dev.pag.ascii.ByteWriter;
import dev.pag.model.MetricType;
import dev.pag.model.SeriesText;
import java.util.Arrays;

/**
 * The lines of one histogram or summary series for which there are no cells yet: of a new series,
 * or new bounds of a stored one. In order of arrival. Threads: one.
 */
final class DraftGroup {
  /** What a line is: one of these, or a bound. */
  enum Part {
    COUNT,
    SUM,
    BOUND
  }

  static final long NOT_STORED = -1;

  private final DraftFamily family;
  private final byte[] labels;
  private Part[] parts = new Part[8];
  private double[] bounds = new double[8];
  private double[] values = new double[8];
  private int[] lines = new int[8];
  private int size;
  private long stored = NOT_STORED;
  private boolean checked;

  /**
   * A group without lines.
   *
   * @param labels the series' label part, without the bound
   */
  DraftGroup(DraftFamily family, byte[] labels) {
    this.family = family;
    this.labels = labels;
  }

  DraftFamily family() {
    return family;
  }

  int size() {
    return size;
  }

  Part part(int entry) {
    return parts[entry];
  }

  double bound(int entry) {
    return bounds[entry];
  }

  double value(int entry) {
    return values[entry];
  }

  void setValue(int entry, double value) {
    values[entry] = value;
  }

  int line(int entry) {
    return lines[entry];
  }

  /** The entry of the same part and bound, or -1. */
  int indexOf(Part part, double bound) {
    for (int entry = 0; entry < size; entry++) {
      if (parts[entry] == part && (part != Part.BOUND || bounds[entry] == bound)) {
        return entry;
      }
    }
    return -1;
  }

  void add(Part part, double bound, double value, int line) {
    if (size == parts.length) {
      parts = Arrays.copyOf(parts, size * 2);
      bounds = Arrays.copyOf(bounds, size * 2);
      values = Arrays.copyOf(values, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    parts[size] = part;
    bounds[size] = bound;
    values[size] = value;
    lines[size] = line;
    size++;
  }

  /** Drops an entry whose cell turned out to be known. */
  void remove(int entry) {
    size--;
    System.arraycopy(parts, entry + 1, parts, entry, size - entry);
    System.arraycopy(bounds, entry + 1, bounds, entry, size - entry);
    System.arraycopy(values, entry + 1, values, entry, size - entry);
    System.arraycopy(lines, entry + 1, lines, entry, size - entry);
  }

  /** The bounds in order of arrival. */
  double[] boundsOnly() {
    double[] only = new double[size];
    int count = 0;
    for (int entry = 0; entry < size; entry++) {
      if (parts[entry] == Part.BOUND) {
        only[count++] = bounds[entry];
      }
    }
    return Arrays.copyOf(only, count);
  }

  /** Names the component 0 of the stored series these lines belong to. */
  void setStored(long target) {
    stored = target;
  }

  /** Component 0 of the stored series, or {@link #NOT_STORED}. */
  long stored() {
    return stored;
  }

  boolean isChecked() {
    return checked;
  }

  void setChecked() {
    checked = true;
  }

  /** Writes the canonical series text of a part, instead of what {@code out} held. */
  void writeText(ByteWriter out, Part part, double bound) {
    out.truncate(0);
    out.append(family.name().bytes());
    boolean histogram = family.type() == MetricType.HISTOGRAM;
    switch (part) {
      case COUNT -> out.append("_count").append(labels);
      case SUM -> out.append("_sum").append(labels);
      default -> {
        out.append(histogram ? "_bucket" : "");
        byte[] name = histogram ? SeriesText.LE : SeriesText.QUANTILE;
        SeriesText.appendWithBound(out, labels, 0, labels.length, name, bound);
      }
    }
  }

  int labelsLength() {
    return labels.length;
  }
}
