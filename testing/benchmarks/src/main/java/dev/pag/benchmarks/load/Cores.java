package dev.pag.benchmarks.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says which processor a process or thread runs on, with {@code taskset}. */
final class Cores {
  private static final int SECONDS = 10;

  private final List<Integer> allowed;
  private final Path taskset;

  private Cores(List<Integer> allowed, Path taskset) {
    this.allowed = allowed;
    this.taskset = taskset;
  }

  /** Empty if there is nothing to choose between, or nothing to choose with. */
  static Optional<Cores> find() throws IOException {
    List<Integer> allowed = ProcFiles.processors(Files.readString(Path.of("/proc/self/status")));
    return Programs.onPath("taskset")
        .filter(taskset -> allowed.size() > 1)
        .map(taskset -> new Cores(allowed, taskset));
  }

  /** What {@link #find} lacked, for the reader of the report. */
  static String missing() {
    return "needs taskset and two processors";
  }

  /** The first processor is the server's. */
  int server() {
    return allowed.get(0);
  }

  /** The second is for what loads the server. */
  int client() {
    return allowed.get(1);
  }

  /** The command with all its threads, also those to come, on one processor. */
  List<String> on(int core, List<String> command) {
    List<String> pinned = new ArrayList<>(List.of(taskset.toString(), "-c", "" + core));
    pinned.addAll(command);
    return pinned;
  }

  /** Moves threads that run already, those whose name {@code which} accepts. */
  void move(long pid, Predicate<String> which, int core) throws IOException, InterruptedException {
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads) {
        if (which.test(Files.readString(thread.resolve("comm")).strip())) {
          move(thread, core);
        }
      }
    }
  }

  /** Moves the calling thread. */
  void moveHere(int core) throws IOException, InterruptedException {
    move(Path.of("/proc/thread-self").toRealPath(), core);
  }

  private void move(Path thread, int core) throws IOException, InterruptedException {
    String id = thread.getFileName().toString();
    String unused = Programs.output(List.of(taskset.toString(), "-pc", "" + core, id), SECONDS);
  }
}
