package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A process of our program, its two outputs as one stream of lines; killed when closed. */
final class ProgramRun implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final String END = "\0";

  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>();

  private ProgramRun(Process process) {
    this.process = process;
    Thread reader = new Thread(this::readLines, "program output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Runs Main from the class path of this test. */
  static ProgramRun ofMain(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return start(
        List.of(java(), "-cp", classPath, "dev.pag.cli.Main"), directory, environment, arguments);
  }

  /** Runs the shaded jar. */
  static ProgramRun ofJar(Path directory, String... arguments) throws IOException {
    return start(
        List.of(java(), "-jar", System.getProperty("pag.jar")), directory, Map.of(), arguments);
  }

  /** Runs the start script of a distribution, with the Java of this test unless told otherwise. */
  static ProgramRun ofDistribution(
      Path distribution, Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    Map<String, String> withJava = new HashMap<>(environment);
    withJava.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    String script = distribution.resolve("bin/prom-aggregation-gateway").toString();
    return start(List.of(script), directory, withJava, arguments);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static ProgramRun start(
      List<String> program, Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith(Setting.ENV_PREFIX));
    builder.environment().remove("JAVA_OPTS");
    builder.environment().putAll(environment);
    return new ProgramRun(builder.start());
  }

  private void readLines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null) {
        unread.add(line);
        line = reader.readLine();
      }
    } catch (IOException closed) {
      unread.add("output broken: " + closed.getMessage());
    }
    unread.add(END);
  }

  /** Waits for a line that contains the pattern. */
  Matcher awaitLine(String pattern) throws InterruptedException {
    Pattern wanted = Pattern.compile(pattern);
    String line = nextLine();
    while (line != null) {
      Matcher matcher = wanted.matcher(line);
      if (matcher.find()) {
        return matcher;
      }
      line = nextLine();
    }
    throw new AssertionError("no line with " + pattern + " in " + lines);
  }

  private @Nullable String nextLine() throws InterruptedException {
    String line = unread.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no more output within " + PATIENCE_SECONDS + " s after " + lines);
    }
    if (line.equals(END)) {
      return null;
    }
    lines.add(line);
    return line;
  }

  /** Sends a signal by its short name. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Waits for the end; then {@link #lines} are complete. */
  int awaitExit() throws InterruptedException {
    while (nextLine() != null) {
      // nextLine keeps what it reads
    }
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
