package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion scripts in their real shells. */
class CompletionTest {
  private final Path directory;

  CompletionTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({
    "'', start rehearse version completion help",
    "st, start",
    "--api, --apiListen",
    "start --l, --lifecycleListen --logLevel",
    "--logLevel d, debug",
    "start --logLevel '', error warn info debug trace",
    "--apiListen :80 ver, version",
    "completion '', bash zsh fish",
    "help co, completion"
  })
  void bash_wordsSoFar_areCompleted(String words, String expected) throws Exception {
    String run =
        script("bash")
            + "compopt() { :; }\n" // only works while readline completes
            + ("COMP_WORDS=(prom-aggregation-gateway " + (words.isEmpty() ? "''" : words) + ")\n")
            + "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
            + "COMP_LINE=\"${COMP_WORDS[*]}\"\n"
            + "_complete_prom-aggregation-gateway\n"
            + "echo \"${COMPREPLY[*]}\"\n";

    assertThat(output("bash", "--norc", file(run))).isEqualTo(expected + "\n");
  }

  @Test
  void zsh_script_registersItself() throws Exception {
    String run =
        "autoload -U compinit; compinit -u -D\n"
            + ("source " + file(script("zsh")) + "\n")
            + "print -r -- $_comps[prom-aggregation-gateway]\n";

    assertThat(output("zsh", "-f", "-c", run)).contains("_complete_prom-aggregation-gateway");
  }

  @ParameterizedTest
  @CsvSource({"st, start", "--api, --apiListen", "start --logLevel d, debug", "completion z, zsh"})
  void fish_wordsSoFar_areCompleted(String words, String expected) throws Exception {
    String run =
        ("source " + file(script("fish")) + "\n")
            + ("complete -C 'prom-aggregation-gateway " + words + "'\n");

    assertThat(output("fish", "-c", run)).startsWith(expected).hasLineCount(1);
  }

  private static String script(String shell) {
    StringWriter out = new StringWriter();
    Cli cli =
        new Cli(
            Map.of(),
            Path.of(""),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            config -> {
              throw new AssertionError("started");
            });
    assertThat(cli.run("completion", shell)).isZero();
    return out.toString();
  }

  private String file(String text) throws IOException {
    Path file = Files.createTempFile(directory, "script", "");
    return Files.writeString(file, text).toString();
  }

  private String output(String shell, String... arguments)
      throws IOException, InterruptedException {
    requireProgram(shell);
    ProcessBuilder builder = new ProcessBuilder(shell).redirectErrorStream(true);
    builder.command().addAll(Arrays.asList(arguments));
    builder.environment().put("HOME", directory.toString()); // no start-up files of the user
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void requireProgram(String name) {
    boolean present =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, name)));
    if (Boolean.getBoolean("pag.requirePrograms")) {
      assertThat(present).as(name + " is on the PATH").isTrue();
    }
    if (!present) {
      System.out.println("CompletionTest skipped: " + name + " is not on the PATH");
    }
    assumeTrue(present, name + " is not on the PATH");
  }
}
