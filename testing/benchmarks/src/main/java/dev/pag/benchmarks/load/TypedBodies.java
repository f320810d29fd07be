package dev.pag.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/** Bodies as client libraries write them: each family is headed by a line with its type. */
final class TypedBodies {
  private TypedBodies() {}

  /** A body of all lines. */
  static byte[] of(List<String> lines) {
    StringBuilder body = new StringBuilder();
    String family = "";
    for (String line : lines) {
      if (!family.equals(family(line))) {
        family = family(line);
        body.append(typeLine(family));
      }
      body.append(line).append('\n');
    }
    return body.toString().getBytes(US_ASCII);
  }

  /** Bodies of all lines, at most {@code count} lines each. */
  static List<byte[]> ofEach(int count, List<String> lines) {
    List<byte[]> bodies = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += count) {
      bodies.add(of(lines.subList(from, Math.min(from + count, lines.size()))));
    }
    return bodies;
  }

  /** The first lines, as many as make a body of at most {@code maxBytes}. */
  static List<String> fitting(int maxBytes, List<String> lines) {
    String family = "";
    int bytes = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!family.equals(family(lines.get(i)))) {
        family = family(lines.get(i));
        bytes += typeLine(family).length();
      }
      bytes += lines.get(i).length() + 1;
      if (bytes > maxBytes) {
        return lines.subList(0, i);
      }
    }
    return lines;
  }

  private static String family(String line) {
    return line.substring(0, line.indexOf('{'));
  }

  private static String typeLine(String family) {
    return "# TYPE " + family + " counter\n";
  }
}
