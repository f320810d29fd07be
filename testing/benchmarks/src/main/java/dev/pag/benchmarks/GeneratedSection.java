package dev.pag.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that a program writes, between two comments that stay. */
final class GeneratedSection {
  static final String BEGIN = "<!-- measured: begin -->\n";
  static final String END = "<!-- measured: end -->\n";

  private GeneratedSection() {}

  /** Puts {@code section} where the one before was in a file. */
  static void rewrite(Path file, String section) throws IOException {
    Files.writeString(file, rewrite(Files.readString(file), section));
  }

  /**
   * The document with another section.
   *
   * @throws IllegalArgumentException if it has no place for one
   */
  static String rewrite(String document, String section) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END, Math.max(0, begin));
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException("no lines " + BEGIN.strip() + " and " + END.strip());
    }
    return document.substring(0, begin + BEGIN.length()) + section + document.substring(end);
  }
}
