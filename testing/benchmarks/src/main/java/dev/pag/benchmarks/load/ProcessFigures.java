package dev.pag.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the operating system counts for one process. */
final class ProcessFigures {
  private final Path directory;

  ProcessFigures(long pid) {
    this.directory = Path.of("/proc", Long.toString(pid));
  }

  /**
   * CPU time of all its threads. To the nanosecond, where {@code /proc/PID/stat} counts hundredths
   * of a second; a thread that has ended is missing, which servers under load do not have.
   */
  long cpuNanos() {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory.resolve("task"))) {
      for (Path thread : threads) {
        sum += cpuNanos(thread);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  private static long cpuNanos(Path thread) throws IOException {
    try {
      return ProcFiles.cpuNanos(Files.readString(thread.resolve("schedstat")));
    } catch (NoSuchFileException e) {
      return 0; // ended since the directory was listed
    }
  }

  /** Resident memory. */
  long residentBytes() {
    try {
      return ProcFiles.bytes(Files.readString(directory.resolve("status")), "VmRSS");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
