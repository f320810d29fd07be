package dev.pag.snapshot;

/** Where the series texts of a page lie; addresses come from {@link BlockFrame#text}. */
public interface SeriesTexts {
  /** The array that holds the text; must not be written to. */
  byte[] array(int address);

  int from(int address);

  /** The text's length; {@code array} is the one that holds it. */
  int length(byte[] array, int address);
}
