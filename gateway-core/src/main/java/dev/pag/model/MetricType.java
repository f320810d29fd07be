package dev.pag.model;

import java.util.Locale;

/** The metric types of text format 0.0.4; a sample without a TYPE line is {@link #UNTYPED}. */
public enum MetricType {
  UNTYPED(0),
  COUNTER(1),
  GAUGE(2),
  HISTOGRAM(3),
  SUMMARY(4);

  private static final MetricType[] BY_CODE = values();

  private final int code;
  private final String text;

  MetricType(int code) {
    this.code = code;
    this.text = name().toLowerCase(Locale.ROOT);
  }

  /** A small number for packed state, 0 to 4. */
  public int code() {
    return code;
  }

  /** The type with this {@link #code}. */
  public static MetricType ofCode(int code) {
    return BY_CODE[code];
  }

  /** The word of the TYPE line. */
  public String text() {
    return text;
  }
}
