package dev.pag.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's examples, so that tests run what readers copy. */
final class Readme {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** Where the run command listens; the tests put the address of their own gateway there. */
  static final String API_AUTHORITY = "localhost:8080";

  private Readme() {}

  static Path root() {
    return Path.of(GatewayProcess.property("pag.root"));
  }

  static String text() throws IOException {
    return Files.readString(root().resolve("README.md"));
  }

  /** The one fenced block of a language that contains a text. */
  static String block(String language, String containing) throws IOException {
    List<String> found = new ArrayList<>();
    Matcher blocks = FENCED.matcher(text());
    while (blocks.find()) {
      if (blocks.group(1).equals(language) && blocks.group(2).contains(containing)) {
        found.add(blocks.group(2));
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " " + language + " blocks with " + containing);
    }
    return found.get(0);
  }

  /** As {@link #block}, aimed at a running gateway. */
  static String block(String language, String containing, GatewayProcess gateway)
      throws IOException {
    return block(language, containing).replace(API_AUTHORITY, gateway.apiAuthority());
  }
}
