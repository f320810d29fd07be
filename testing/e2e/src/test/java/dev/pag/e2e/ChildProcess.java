package dev.pag.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program started by a test, with everything it prints kept as lines.
 *
 * <p>Threads: any. The program is killed at the latest when the test's JVM ends.
 */
final class ChildProcess implements AutoCloseable {
  private static final long LINE_TIMEOUT_SECONDS = 60;
  private static final long STOP_TIMEOUT_SECONDS = 40;

  private final Process process;
  private final Thread killer;
  private final List<String> lines = new ArrayList<>(); // guarded by itself
  private final Thread reader;
  private boolean ended; // no more lines; guarded by lines

  private ChildProcess(Process process) {
    this.process = process;
    this.killer = new Thread(process.toHandle()::destroyForcibly, "kill " + process.pid());
    this.reader = new Thread(this::readLines, "output of " + process.pid());
  }

  static ChildProcess start(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    ChildProcess child = new ChildProcess(process);
    Runtime.getRuntime().addShutdownHook(child.killer);
    child.reader.setDaemon(true);
    child.reader.start();
    return child;
  }

  /** Runs a program to its end and gives what it printed. */
  static Finished run(List<String> command) throws IOException, InterruptedException {
    return run(command, new byte[0]);
  }

  /** Runs a program to its end with {@code input} as its standard input. */
  static Finished run(List<String> command, byte[] input) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread writer = new Thread(() -> writeInput(process, input), "input of " + process.pid());
    writer.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    return new Finished(process.waitFor(), output);
  }

  private static void writeInput(Process process, byte[] input) {
    try (var standardInput = process.getOutputStream()) {
      standardInput.write(input);
    } catch (IOException e) {
      // The program ended without reading all of it; its exit code tells the test more.
    }
  }

  record Finished(int exitCode, String output) {}

  /** Waits for a line that contains {@code pattern} and gives the match. */
  Matcher awaitLine(Pattern pattern) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(LINE_TIMEOUT_SECONDS);
    int next = 0;
    synchronized (lines) {
      while (true) {
        for (; next < lines.size(); next++) {
          Matcher matcher = pattern.matcher(lines.get(next));
          if (matcher.find()) {
            return matcher;
          }
        }
        long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (leftMillis <= 0 || ended) {
          throw new AssertionError("no line matches " + pattern + " in:\n" + output());
        }
        lines.wait(leftMillis);
      }
    }
  }

  String output() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  /** Sends SIGTERM without waiting. */
  void terminate() {
    process.toHandle().destroy(); // Process.destroy() would also close the output we still read
  }

  /** Waits for the program's own end; kills it and fails if it takes too long. */
  int awaitExit() {
    try {
      if (process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        reader.join();
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    throw new AssertionError("did not stop:\n" + output());
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(killer); // does nothing the second time
  }

  private void readLines() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      synchronized (lines) {
        ended = true;
        lines.notifyAll();
      }
    }
  }
}
