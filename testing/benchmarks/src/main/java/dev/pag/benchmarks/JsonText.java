package dev.pag.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes JSON (RFC 8259), on one line. The caller closes what it opens. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final Deque<Character> ends = new ArrayDeque<>();
  private boolean first = true; // in what is open

  JsonText object() {
    return open('{', '}');
  }

  JsonText array() {
    return open('[', ']');
  }

  private JsonText open(char begin, char end) {
    separate();
    text.append(begin);
    ends.push(end);
    first = true;
    return this;
  }

  JsonText end() {
    text.append(ends.pop());
    first = false;
    return this;
  }

  JsonText field(String name) {
    separate();
    quote(name);
    text.append(':');
    first = true; // no comma before the value
    return this;
  }

  JsonText value(String value) {
    separate();
    quote(value);
    return this;
  }

  JsonText value(int value) {
    separate();
    text.append(value);
    return this;
  }

  /** Null for what JSON has no number for. */
  JsonText value(double value) {
    separate();
    text.append(Double.isFinite(value) ? Double.toString(value) : "null");
    return this;
  }

  String text() {
    return text.toString();
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
