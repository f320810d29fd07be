package dev.pag.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Where, when and with what figures were taken. */
record Machine(String cpu, int cores, String kernel, String jdk, String commit, String date) {
  private static final String UNKNOWN = "unknown";

  /**
   * This machine, now.
   *
   * @param root of the working copy
   */
  static Machine here(Path root) {
    return new Machine(
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        commit(root),
        LocalDate.now(ZoneOffset.UTC).toString());
  }

  private static String cpuModel() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN; // not on Linux
    }
  }

  private static String commit(Path root) {
    String commit = git(root, "rev-parse", "--short=12", "HEAD");
    boolean changed = !git(root, "status", "--porcelain", "--untracked-files=no").isEmpty();
    return commit.isEmpty() ? UNKNOWN : commit + (changed ? " with changes" : "");
  }

  /** What git prints; empty without git, or in a source archive. */
  private static String git(Path root, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? output.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
