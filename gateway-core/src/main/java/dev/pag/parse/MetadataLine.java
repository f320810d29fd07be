package dev.pag.parse;

import dev.pag.ascii.AsciiTable;
import dev.pag.ascii.ByteWriter;
import dev.pag.ascii.Utf8;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One line that begins with {@code #}: HELP, TYPE or a comment. A flyweight, re-filled by {@link
 * #parse}. Threads: one.
 */
public final class MetadataLine {
  /** What the line is; a HELP or TYPE line without a text counts as a comment. */
  public enum Kind {
    COMMENT,
    HELP,
    TYPE
  }

  private static final byte[] HELP_WORD = "HELP".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TYPE_WORD = "TYPE".getBytes(StandardCharsets.US_ASCII);

  private final int maxNameBytes;

  private Line line = new Line();
  private byte[] bytes = new byte[0];
  private int at;
  private int to;
  private Kind kind = Kind.COMMENT;
  private int nameFrom;
  private int nameTo;
  private MetricType type = MetricType.UNTYPED;

  public MetadataLine(int maxNameBytes) {
    this.maxNameBytes = maxNameBytes;
  }

  public Kind kind() {
    return kind;
  }

  public int nameFrom() {
    return nameFrom;
  }

  public int nameTo() {
    return nameTo;
  }

  /** The type of a TYPE line. */
  public MetricType type() {
    return type;
  }

  /**
   * Reads a line whose first byte that is not blank is {@code #}.
   *
   * @throws PushRefusedException if it is not UTF-8, or a HELP or TYPE line that is not legal
   */
  public void parse(Line newLine) throws PushRefusedException {
    line = newLine;
    bytes = line.bytes();
    at = line.from();
    to = line.to();
    kind = Kind.COMMENT;
    int invalid = Utf8.firstInvalid(bytes, at, to);
    if (invalid >= 0) {
      throw malformed(invalid, "expected UTF-8 in comment");
    }
    skipBlanks();
    at++;
    skipBlanks();
    Kind keyword = readKeyword();
    skipBlanks();
    if (keyword != Kind.COMMENT && at < to && readName()) {
      kind = keyword;
      line.refuseCarriageReturn(at);
      if (keyword == Kind.TYPE) {
        readType();
      }
    }
  }

  private Kind readKeyword() {
    int start = at;
    while (at < to && !AsciiTable.isBlank(bytes[at])) {
      at++;
    }
    if (isWord(HELP_WORD, start)) {
      return Kind.HELP;
    }
    return isWord(TYPE_WORD, start) ? Kind.TYPE : Kind.COMMENT;
  }

  private boolean isWord(byte[] word, int start) {
    return Arrays.equals(word, 0, word.length, bytes, start, at);
  }

  /** Returns false if nothing follows the name. */
  private boolean readName() throws PushRefusedException {
    nameFrom = at;
    if (bytes[at] == '"') {
      throw malformed(at, "expected a metric name (quoted names are not supported yet)");
    }
    if (!AsciiTable.isNameStart(bytes[at])) {
      throw malformed(at, "expected a metric name in comment");
    }
    while (at < to && AsciiTable.isName(bytes[at])) {
      at++;
    }
    nameTo = at;
    if (at < to && !AsciiTable.isBlank(bytes[at])) {
      throw malformed(at, "expected a blank after the metric name in comment");
    }
    if (nameTo - nameFrom > maxNameBytes) {
      throw line.refusal(
          RefusalReason.LIMIT, nameFrom, "metric name longer than " + maxNameBytes + " bytes");
    }
    skipBlanks();
    return at < to;
  }

  private void readType() throws PushRefusedException {
    int start = at;
    while (at < to && !AsciiTable.isBlank(bytes[at])) {
      at++;
    }
    String word = new String(bytes, start, Math.min(at - start, 16), StandardCharsets.US_ASCII);
    type = typeOf(word.toLowerCase(Locale.ROOT), start);
    skipBlanks();
    if (at < to) {
      throw malformed(at, "expected end of line after type");
    }
  }

  private MetricType typeOf(String word, int start) throws PushRefusedException {
    for (MetricType known : MetricType.values()) {
      if (known.text().equals(word)) {
        return known;
      }
    }
    throw malformed(start, "expected one of counter, gauge, histogram, summary, untyped");
  }

  /**
   * The text of a HELP line as a page shows it: only backslash and line feed are escaped, and a
   * backslash that begins no escape stands for itself (prometheus-cpp and promjs send such).
   */
  public byte[] helpText() {
    ByteWriter text = new ByteWriter(to - at + 8);
    for (int i = at; i < to; i++) {
      if (bytes[i] != '\\') {
        text.append(bytes[i]);
      } else if (i + 1 < to && (bytes[i + 1] == '\\' || bytes[i + 1] == 'n')) {
        text.append(bytes, i, i + 2);
        i++;
      } else {
        text.append('\\').append('\\');
      }
    }
    return text.toByteArray();
  }

  private void skipBlanks() {
    while (at < to && AsciiTable.isBlank(bytes[at])) {
      at++;
    }
  }

  private PushRefusedException malformed(int index, String what) {
    return line.refusal(RefusalReason.MALFORMED, index, what);
  }
}
