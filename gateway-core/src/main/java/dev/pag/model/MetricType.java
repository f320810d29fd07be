package dev.pag.model;

import java.util.Locale;

/** The metric types of text format 0.0.4; a sample without a TYPE line is {@link #UNTYPED}. */
public enum MetricType {
  UNTYPED,
  COUNTER,
  GAUGE,
  HISTOGRAM,
  SUMMARY;

  /** The word of the TYPE line. */
  private final String text = name().toLowerCase(Locale.ROOT);

  public String text() {
    return text;
  }
}
