package dev.pag.exposition;

import dev.pag.model.MetricType;
import dev.pag.snapshot.BlockFrame;
import dev.pag.snapshot.Cells;
import dev.pag.snapshot.FamilyFrame;
import dev.pag.snapshot.SeriesTexts;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * Renders a cut as text format 0.0.4: families in byte order, HELP only if known, TYPE always,
 * series in order, a histogram as ascending cumulative buckets, sum, count.
 *
 * <p>Threads: one; make one a page. Cost: copies each stored series text and prints its value.
 */
public final class TextFormatWriter {
  private static final byte[] HELP = bytes("# HELP ");
  private static final byte[] TYPE = bytes("# TYPE ");
  private static final byte[][] TYPES = typeEndings();

  private final SeriesTexts texts;
  private final TextBuffer out;
  private final BlockFrame frame = new BlockFrame();
  private boolean inFamily;

  TextFormatWriter(SeriesTexts texts, TextBuffer out) {
    this.texts = texts;
    this.out = out;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[][] typeEndings() {
    MetricType[] types = MetricType.values();
    byte[][] endings = new byte[types.length][];
    for (MetricType type : types) {
      endings[type.code()] = bytes(" " + type.text() + "\n");
    }
    return endings;
  }

  /** The page as pieces, most of them from {@code pool}; families in their order. */
  public static List<byte[]> render(
      Iterator<FamilyFrame> families, SeriesTexts texts, PiecePool pool) {
    TextPieces pieces = new TextPieces(pool);
    TextBuffer out = new TextBuffer();
    TextFormatWriter writer = new TextFormatWriter(texts, out);
    while (families.hasNext()) {
      FamilyFrame family = families.next();
      for (int block = 0; block < family.blockCount(); block++) {
        writer.writeBlock(family, block);
        if (out.hasEnough()) {
          pieces.append(out);
        }
      }
    }
    pieces.append(out);
    return pieces.finish();
  }

  /** True if the header of the family last written to stands there already. */
  boolean isInFamily() {
    return inFamily;
  }

  /** Goes on behind other blocks of a family that were, or were not, shown. */
  void setInFamily(boolean shown) {
    inFamily = shown;
  }

  /** Writes the samples of one block; blocks come in their order. */
  void writeBlock(FamilyFrame family, int block) {
    if (block == 0) {
      inFamily = false;
    }
    family.copyBlock(block, frame);
    if (frame.isScalar()) {
      writeScalars(family);
      return;
    }
    for (int series = 0; series < frame.size(); series++) {
      writeSeries(family, frame.firstCell(series));
    }
  }

  /** Series of one cell, which most are. */
  private void writeScalars(FamilyFrame family) {
    for (int series = 0; series < frame.size(); series++) {
      int cell = frame.firstCell(series);
      double value = frame.value(cell);
      if (!Cells.isAbsent(value)) {
        if (!inFamily) {
          writeHeader(family);
        }
        writeSample(frame.text(cell), value);
      }
    }
  }

  private void writeSeries(FamilyFrame family, int firstCell) {
    int[] shown = frame.shown();
    int buckets = frame.shownBuckets();
    double cumulative = 0;
    for (int i = 0; i < shown.length; i++) {
      int cell = firstCell + shown[i];
      double value = frame.value(cell);
      if (Cells.isAbsent(value)) {
        continue;
      }
      if (!inFamily) {
        writeHeader(family);
      }
      cumulative += value;
      writeSample(frame.text(cell), i < buckets ? cumulative : value);
    }
  }

  /** Only before the first sample: a family created after the cut leaves no trace. */
  private void writeHeader(FamilyFrame family) {
    inFamily = true;
    byte[] help = family.help();
    if (help != null) {
      out.append(HELP);
      out.append(family.name());
      out.append((byte) ' ');
      out.append(help);
      out.append((byte) '\n');
    }
    out.append(TYPE);
    out.append(family.name());
    out.append(TYPES[family.type().code()]);
  }

  private void writeSample(int text, double value) {
    byte[] array = texts.array(text);
    out.appendSample(array, texts.from(text), texts.length(array, text), value);
  }
}
