package dev.pag.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * The outside programs the tests drive. An absent one skips its tests with a printed reason, or
 * fails them where {@code -Dpag.requirePrograms=true} says that it must be there.
 */
final class Programs {
  /** Debian's interpreter: another one first on PATH would not see Debian's Python packages. */
  private static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");

  private Programs() {}

  static Path require(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(program + " is not on the PATH"));
  }

  /** A Python that can import {@code prometheus_client}. */
  static Path requirePythonWithPrometheusClient() throws IOException, InterruptedException {
    if (!Files.isExecutable(SYSTEM_PYTHON)) {
      throw missing(SYSTEM_PYTHON + " does not exist");
    }
    ProcessBuilder probe =
        new ProcessBuilder(SYSTEM_PYTHON.toString(), "-c", "import prometheus_client")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (probe.start().waitFor() != 0) {
      throw missing(SYSTEM_PYTHON + " has no prometheus_client");
    }
    return SYSTEM_PYTHON;
  }

  private static RuntimeException missing(String reason) {
    if (Boolean.getBoolean("pag.requirePrograms")) {
      throw new AssertionError("required program missing: " + reason);
    }
    System.out.println("skipped: " + reason);
    return Assumptions.abort(reason);
  }
}
