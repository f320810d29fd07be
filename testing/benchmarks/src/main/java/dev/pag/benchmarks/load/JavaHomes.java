package dev.pag.benchmarks.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JDKs to measure with. */
final class JavaHomes {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private JavaHomes() {}

  /** The one this runs on. */
  static Path own() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A JDK 25: -Dpag.java25, else JAVA_25_HOME, else an installed one. */
  static Optional<Path> jdk25() throws IOException {
    List<Path> candidates = new ArrayList<>();
    candidates.add(Path.of(System.getProperty("pag.java25", "")));
    candidates.add(Path.of(System.getenv().getOrDefault("JAVA_25_HOME", "")));
    if (Files.isDirectory(INSTALLED)) {
      try (DirectoryStream<Path> homes = Files.newDirectoryStream(INSTALLED, "*25*")) {
        homes.forEach(candidates::add);
      }
    }
    return candidates.stream()
        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
        .findFirst();
  }
}
