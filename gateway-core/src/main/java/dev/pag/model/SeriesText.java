package dev.pag.model;

import dev.pag.ascii.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The canonical text of a series, as a page shows it: name, then the labels of sample and path in
 * byte order of their names, {@code le} or {@code quantile} last.
 *
 * <p>Identity is this text: two spellings are the same series exactly if it is equal.
 */
public final class SeriesText {
  public static final byte[] LE = "le".getBytes(StandardCharsets.US_ASCII);
  public static final byte[] QUANTILE = "quantile".getBytes(StandardCharsets.US_ASCII);

  private SeriesText() {}

  /**
   * Appends the label part of a series without the bound: nothing, or {@code {a="x",b="y"}}.
   *
   * @param sample its labels sorted by name
   * @param pathLabels none of them is in {@code sample} with a value
   * @param leftOut index of the sample's label that is not part of it, or -1
   */
  public static void appendLabels(
      ByteWriter out, SampleLine sample, LabelSet pathLabels, int leftOut) {
    int start = out.size();
    int label = 0;
    int path = 0;
    while (label < sample.labelCount() || path < pathLabels.size()) {
      if (label < sample.labelCount() && (label == leftOut || sample.isValueEmpty(label))) {
        label++;
      } else if (isPathNext(sample, label, pathLabels, path)) {
        separate(out, start);
        appendLabel(out, pathLabels.name(path), pathLabels.escapedValue(path));
        path++;
      } else {
        separate(out, start);
        byte[] bytes = sample.bytes();
        out.append(bytes, sample.labelFrom(label), sample.labelTo(label)).append('=').append('"');
        out.append(bytes, sample.labelValueFrom(label), sample.labelValueTo(label)).append('"');
        label++;
      }
    }
    if (out.size() > start) {
      out.append('}');
    }
  }

  private static boolean isPathNext(SampleLine sample, int label, LabelSet pathLabels, int path) {
    if (label >= sample.labelCount() || path >= pathLabels.size()) {
      return path < pathLabels.size();
    }
    byte[] name = pathLabels.name(path);
    return Arrays.compareUnsigned(
            name, 0, name.length, sample.bytes(), sample.labelFrom(label), sample.labelTo(label))
        < 0;
  }

  private static void separate(ByteWriter out, int start) {
    out.append(out.size() == start ? '{' : ',');
  }

  private static void appendLabel(ByteWriter out, byte[] name, byte[] escapedValue) {
    out.append(name).append('=').append('"').append(escapedValue).append('"');
  }

  /**
   * Appends {@code labels} with one more label, the bound, at its end.
   *
   * @param labels the label part as {@link #appendLabels} writes it
   */
  public static void appendWithBound(
      ByteWriter out, byte[] labels, int from, int to, byte[] boundName, double bound) {
    if (from == to) {
      out.append('{');
    } else {
      out.append(labels, from, to - 1).append(',');
    }
    out.append(boundName).append('=').append('"').append(bound).append('"').append('}');
  }
}
