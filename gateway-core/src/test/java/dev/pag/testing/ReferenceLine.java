package dev.pag.testing;

import dev.pag.GatewayConfig;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One line of a body under a cursor. The line is held as one char a byte (ISO 8859-1), so a column
 * is an index plus one; only label values and HELP texts are decoded as UTF-8.
 */
final class ReferenceLine {
  /** A label as written; columns count bytes from 1. */
  record Label(String name, String value, int column, int valueColumn) {}

  /** A sample line as written. */
  record Sample(
      ReferenceLine line, String name, List<Label> labels, double value, int valueColumn) {}

  private static final String NAME_START = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";
  private static final String NAME_PART = NAME_START + "0123456789";

  private final int number;
  private final String text;
  private int at;

  ReferenceLine(int number, String text) {
    this.number = number;
    this.text = text;
  }

  PushRefusedException refusal(int column, RefusalReason reason, String what) {
    return new PushRefusedException(reason, "line " + number + ", column " + column + ": " + what);
  }

  /** A refusal of the line as a whole. */
  PushRefusedException refusal(RefusalReason reason, String what) {
    return refusal(1, reason, what);
  }

  PushRefusedException malformedHere(String what) {
    return refusal(column(), RefusalReason.MALFORMED, what);
  }

  int column() {
    return at + 1;
  }

  boolean atEnd() {
    return at == text.length();
  }

  boolean at(char c) {
    return !atEnd() && text.charAt(at) == c;
  }

  boolean atBlank() {
    return at(' ') || at('\t');
  }

  void skip() {
    at++;
  }

  void skipBlanks() {
    while (atBlank()) {
      at++;
    }
  }

  /** Everything up to the next blank or the end. */
  String token() {
    int from = at;
    while (!atEnd() && !atBlank()) {
      at++;
    }
    return text.substring(from, at);
  }

  /** The longest name under the cursor, perhaps empty. */
  String name(boolean colons) throws PushRefusedException {
    int from = at;
    while (!atEnd() && isNameByte(text.charAt(at), at == from, colons)) {
      at++;
    }
    if (at - from > GatewayConfig.DEFAULT.maxNameBytes()) {
      throw refusal(from + 1, RefusalReason.LIMIT, "name too long");
    }
    return text.substring(from, at);
  }

  private static boolean isNameByte(char c, boolean first, boolean colons) {
    return (first ? NAME_START : NAME_PART).indexOf(c) >= 0 || (colons && c == ':');
  }

  /** Reads a sample; the cursor stands on the first byte of its name. */
  Sample sample() throws PushRefusedException {
    String name = name(true);
    if (name.isEmpty()) {
      throw malformedHere("expected a metric name");
    }
    if (!atEnd() && !atBlank() && !at('{')) {
      throw malformedHere("expected a blank or '{' after the metric name");
    }
    skipBlanks();
    List<Label> labels = at('{') ? labels() : List.of();
    skipBlanks();
    int valueColumn = column();
    double value = value();
    timestamp();
    return new Sample(this, name, labels, value, valueColumn);
  }

  private List<Label> labels() throws PushRefusedException {
    List<Label> labels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    at++;
    skipBlanks();
    while (!at('}')) {
      Label label = label();
      if (!names.add(label.name)) {
        throw refusal(label.column, RefusalReason.DUPLICATE, "duplicate label " + label.name);
      }
      labels.add(label);
      skipBlanks();
      if (at(',')) {
        at++;
        skipBlanks();
      } else if (!at('}')) {
        throw malformedHere("expected ',' or '}' after a label");
      }
    }
    at++;
    return labels;
  }

  private Label label() throws PushRefusedException {
    int column = column();
    String name = name(false);
    if (name.isEmpty()) {
      throw malformedHere("expected a label name");
    }
    if (name.equals("__name__")) {
      throw refusal(column, RefusalReason.INVALID, "label name __name__ is reserved");
    }
    skipBlanks();
    if (!at('=')) {
      throw malformedHere("expected '=' after label name");
    }
    at++;
    skipBlanks();
    if (!at('"')) {
      throw malformedHere("expected '\"' before label value");
    }
    at++;
    int valueColumn = column();
    return new Label(name, labelValue(), column, valueColumn);
  }

  /** Reads up to and including the closing quote. */
  private String labelValue() throws PushRefusedException {
    int from = at;
    StringBuilder value = new StringBuilder();
    while (!at('"')) {
      if (atEnd()) {
        throw malformedHere("label value not closed");
      }
      value.append(at('\\') ? escaped() : text.charAt(at));
      at++;
    }
    String raw = text.substring(from, at);
    at++;
    checkUtf8(raw, from);
    return utf8(value.toString());
  }

  private char escaped() throws PushRefusedException {
    int index = at + 1 < text.length() ? "\\\"n".indexOf(text.charAt(at + 1)) : -1;
    if (index < 0) {
      throw malformedHere("bad escape in label value");
    }
    at++;
    return "\\\"\n".charAt(index);
  }

  private double value() throws PushRefusedException {
    if (atEnd()) {
      throw malformedHere("expected a value");
    }
    int column = column();
    OptionalDouble value = ReferenceNumbers.parse(tokenWithoutCarriageReturn());
    if (value.isEmpty()) {
      throw refusal(column, RefusalReason.MALFORMED, "not a number");
    }
    return value.getAsDouble();
  }

  private void timestamp() throws PushRefusedException {
    skipBlanks();
    if (atEnd()) {
      return;
    }
    int column = column();
    if (!ReferenceNumbers.isTimestamp(tokenWithoutCarriageReturn())) {
      throw refusal(column, RefusalReason.MALFORMED, "not a timestamp");
    }
    skipBlanks();
    if (!atEnd()) {
      throw malformedHere("expected the end of the line");
    }
  }

  private String tokenWithoutCarriageReturn() throws PushRefusedException {
    int from = at;
    String token = token();
    refuseCarriageReturn(from);
    return token;
  }

  /** The decoded HELP text from the cursor to the end of the line. */
  String helpText() throws PushRefusedException {
    refuseCarriageReturn(at);
    String raw = text.substring(at);
    checkUtf8(raw, at);
    StringBuilder help = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.startsWith("\\\\", i)) {
        i++;
        help.append('\\');
      } else if (raw.startsWith("\\n", i)) {
        i++;
        help.append('\n');
      } else {
        help.append(raw.charAt(i));
      }
    }
    return utf8(help.toString());
  }

  void refuseCarriageReturn(int from) throws PushRefusedException {
    int index = text.indexOf('\r', from);
    if (index >= 0) {
      throw refusal(index + 1, RefusalReason.MALFORMED, "carriage return");
    }
  }

  private void checkUtf8(String raw, int from) throws PushRefusedException {
    ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
    CharBuffer chars = CharBuffer.allocate(raw.length() + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    if (result.isError()) {
      throw refusal(from + bytes.position() + 1, RefusalReason.MALFORMED, "not UTF-8");
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
