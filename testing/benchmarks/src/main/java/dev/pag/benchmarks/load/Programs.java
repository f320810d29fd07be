package dev.pag.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs of the machine, and how to run one to its end. */
final class Programs {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  private Programs() {}

  static Optional<Path> onPath(String name) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Machine code, not a script that starts something else. */
  static boolean isNative(Path program) {
    try (InputStream in = Files.newInputStream(program)) {
      return java.util.Arrays.equals(in.readNBytes(ELF.length), ELF);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What a program prints that ends by itself with 0.
   *
   * @throws IOException if it exits with another code, or not within {@code seconds}
   */
  static String output(List<String> command, int seconds) throws IOException, InterruptedException {
    Path file = Files.createTempFile("pag-output", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(file.toFile())
              .start();
      boolean ended = false;
      try {
        ended = process.waitFor(seconds, TimeUnit.SECONDS);
      } finally {
        process.destroyForcibly(); // does nothing if it has ended
      }
      String output = Files.readString(file);
      if (!ended || process.exitValue() != 0) {
        String end = ended ? "exit code " + process.exitValue() : "not within " + seconds + " s";
        throw new IOException(end + ": " + String.join(" ", command) + "\n" + output);
      }
      return output;
    } finally {
      Files.delete(file);
    }
  }
}
