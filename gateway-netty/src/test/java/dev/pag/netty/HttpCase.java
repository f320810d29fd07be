package dev.pag.netty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One conversation of the files in {@code http/}; their first lines describe the form.
 *
 * @param profile the server to talk to, see {@link TestServer#startProfile}
 * @param steps lines with their marks, in order
 */
record HttpCase(String name, String profile, List<String> steps) {

  static List<HttpCase> readAll(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().flatMap(file -> read(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<HttpCase> read(Path file) {
    List<HttpCase> cases = new ArrayList<>();
    String profile = "open";
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.startsWith("== ")) {
          cases.add(new HttpCase(line.substring(3), profile, new ArrayList<>()));
        } else if (line.startsWith("profile ")) {
          profile = line.substring(8);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          cases.get(cases.size() - 1).steps().add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** The escapes of the case files: backslash with r, n, t, backslash, or x and two digits. */
  static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      switch (escape) {
        case 'r' -> out.append('\r');
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case '\\' -> out.append('\\');
        case 'x' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> throw new IllegalArgumentException("bad escape in: " + text);
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
