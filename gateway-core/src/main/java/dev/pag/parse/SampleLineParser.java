package dev.pag.parse;

import dev.pag.ascii.AsciiTable;
import dev.pag.ascii.DecimalReader;
import dev.pag.ascii.Utf8;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.model.SampleLine;
import java.nio.charset.StandardCharsets;

/**
 * Takes one sample line of text format 0.0.4 apart, exactly and with a clear error for all that is
 * not legal. The slow path: a known spelling never comes here.
 *
 * <p>Grammar: {@code name [{label="value",...}] value [timestamp]}, tokens separated by blanks or
 * tabs. Source: Prometheus exposition formats, "Comments, help text, and type information"; where
 * that is silent, what Prometheus' own expfmt accepts. Threads: one.
 */
public final class SampleLineParser {
  private static final byte[] NAME_LABEL = "__name__".getBytes(StandardCharsets.US_ASCII);

  private final int maxLabels;
  private final int maxNameBytes;
  private final DecimalReader numbers = new DecimalReader();

  private Line line = new Line();
  private SampleLine sample = new SampleLine();
  private byte[] bytes = new byte[0];
  private int at;
  private int to;
  private int valuedLabels;

  public SampleLineParser(int maxLabels, int maxNameBytes) {
    this.maxLabels = maxLabels;
    this.maxNameBytes = maxNameBytes;
  }

  /**
   * Fills {@code out}; its labels are sorted by name and distinct.
   *
   * @throws PushRefusedException if the line is not a legal sample
   */
  public void parse(Line newLine, SampleLine out) throws PushRefusedException {
    line = newLine;
    sample = out;
    bytes = line.bytes();
    at = line.from();
    to = line.to();
    valuedLabels = 0;
    skipBlanks();
    readName();
    readLabels();
    readValue();
    readTimestamp();
    checkLabels();
  }

  private void readName() throws PushRefusedException {
    int start = at;
    if (at < to && bytes[at] == '{') {
      throw malformed(at, "expected a metric name (quoted names are not supported yet)");
    }
    if (at == to || !AsciiTable.isNameStart(bytes[at])) {
      throw malformed(at, "expected a metric name");
    }
    while (at < to && AsciiTable.isName(bytes[at])) {
      at++;
    }
    checkLength(start, "metric name");
    sample.begin(bytes, start, at);
    sample.endSeries(at);
    if (at == to || (!AsciiTable.isBlank(bytes[at]) && bytes[at] != '{')) {
      throw malformed(at, "expected '{' or a blank after the metric name");
    }
    skipBlanks();
  }

  private void readLabels() throws PushRefusedException {
    if (at == to || bytes[at] != '{') {
      return;
    }
    at++;
    skipBlanks();
    while (at == to || bytes[at] != '}') {
      readLabel();
      skipBlanks();
      if (at == to || (bytes[at] != ',' && bytes[at] != '}')) {
        throw malformed(at, "expected ',' or '}' after label value");
      }
      if (bytes[at] == ',') {
        at++;
        skipBlanks();
      }
    }
    at++;
    sample.endSeries(at);
    skipBlanks();
  }

  private void readLabel() throws PushRefusedException {
    int start = at;
    if (at < to && bytes[at] == '"') {
      throw malformed(at, "expected a label name (quoted names are not supported yet)");
    }
    if (at == to || !AsciiTable.isLabelStart(bytes[at])) {
      throw malformed(at, "expected a label name");
    }
    while (at < to && AsciiTable.isLabel(bytes[at])) {
      at++;
    }
    int end = at;
    checkLength(start, "label name");
    skipBlanks();
    if (at == to || bytes[at] != '=') {
      throw malformed(at, "expected '=' after label name");
    }
    at++;
    skipBlanks();
    if (at == to || bytes[at] != '"') {
      throw malformed(at, "expected '\"' at start of label value");
    }
    int valueStart = at + 1;
    readQuoted();
    sample.addLabel(start, end, valueStart, at - 1);
    checkLabelCount(start, valueStart < at - 1);
  }

  /** Empty labels do not count, but to sort very many of them would cost as much. */
  private void checkLabelCount(int start, boolean hasValue) throws PushRefusedException {
    valuedLabels += hasValue ? 1 : 0;
    if (valuedLabels > maxLabels || sample.labelCount() > 2 * maxLabels) {
      throw line.refusal(RefusalReason.LIMIT, start, "more than " + maxLabels + " labels");
    }
  }

  /** Leaves {@code at} behind the closing quote. */
  private void readQuoted() throws PushRefusedException {
    int open = at++;
    while (at < to && bytes[at] != '"') {
      if (bytes[at] == '\\' && !isEscape(at + 1)) {
        throw malformed(at, "expected one of \\\\, \\\" and \\n in label value");
      }
      at += bytes[at] == '\\' ? 2 : 1;
    }
    if (at >= to) {
      throw malformed(to, "expected '\"' at end of label value");
    }
    int invalid = Utf8.firstInvalid(bytes, open + 1, at);
    if (invalid >= 0) {
      throw malformed(invalid, "expected UTF-8 in label value");
    }
    at++;
  }

  private boolean isEscape(int index) {
    return index < to && (bytes[index] == '\\' || bytes[index] == '"' || bytes[index] == 'n');
  }

  private void readValue() throws PushRefusedException {
    int start = at;
    skipToken();
    if (!numbers.read(bytes, start, at)) {
      line.refuseCarriageReturn(start);
      String what = numbers.isOutOfRange() ? "value out of range" : "expected a number as value";
      throw malformed(start, what);
    }
    sample.setValue(start, numbers.value());
    skipBlanks();
  }

  private void readTimestamp() throws PushRefusedException {
    if (at == to) {
      return;
    }
    int start = at;
    skipToken();
    if (!DecimalReader.isLong(bytes, start, at)) {
      line.refuseCarriageReturn(start);
      throw malformed(start, "expected a 64-bit integer as timestamp");
    }
    skipBlanks();
    if (at < to) {
      throw malformed(at, "expected end of line after timestamp");
    }
  }

  private void checkLabels() throws PushRefusedException {
    int reserved = sample.indexOf(NAME_LABEL);
    if (reserved >= 0) {
      throw line.refusal(
          RefusalReason.INVALID, sample.labelFrom(reserved), "label __name__ is not allowed");
    }
    sample.sortLabels();
    for (int label = 1; label < sample.labelCount(); label++) {
      if (sample.compareNames(label - 1, label) == 0) {
        int second = Math.max(sample.labelFrom(label - 1), sample.labelFrom(label));
        throw line.refusal(RefusalReason.DUPLICATE, second, "duplicate label");
      }
    }
  }

  private void checkLength(int start, String what) throws PushRefusedException {
    if (at - start > maxNameBytes) {
      throw line.refusal(
          RefusalReason.LIMIT, start, what + " longer than " + maxNameBytes + " bytes");
    }
  }

  private void skipBlanks() {
    while (at < to && AsciiTable.isBlank(bytes[at])) {
      at++;
    }
  }

  private void skipToken() {
    while (at < to && !AsciiTable.isBlank(bytes[at])) {
      at++;
    }
  }

  private PushRefusedException malformed(int index, String what) {
    return line.refusal(RefusalReason.MALFORMED, index, what);
  }
}
