package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file we ship: all in it, and nothing the JVM would grumble about. */
class ExecutableJarIT {
  private final Path directory;

  ExecutableJarIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void version_isThatOfTheBuild() throws Exception {
    try (ProgramRun run = ProgramRun.ofJar(directory, "version")) {
      assertThat(run.awaitExit()).isZero();
      assertThat(run.lines()).containsExactly(BuildInfo.load().toString());
    }
  }

  @Test
  void start_untilSigterm_printsOnlyItsOwnLines() throws Exception {
    try (ProgramRun run =
        ProgramRun.ofJar(directory, "--apiListen=127.0.0.1:0", "--lifecycleListen=127.0.0.1:0")) {
      run.awaitLine("listening for pushes and scrapes on ");

      run.signal("TERM");

      assertThat(run.awaitExit()).isZero();
      assertThat(run.lines()).allMatch(line -> line.contains("Z INFO  "));
    }
  }
}
