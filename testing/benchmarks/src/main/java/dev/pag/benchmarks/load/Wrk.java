package dev.pag.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The load generator wrk with one thread on the client's processor.
 *
 * <p>Threads: one. Scripts and bodies lie in a directory of its own until {@link #close}.
 */
final class Wrk implements AutoCloseable {
  static final int CONNECTIONS = 64;

  /** What a run may take beyond its time. */
  private static final int GRACE_SECONDS = 20;

  private final Path program;
  private final Cores cores;
  private final Path directory;

  private Wrk(Path program, Cores cores, Path directory) {
    this.program = program;
    this.cores = cores;
    this.directory = directory;
  }

  /** Empty if it is not installed. */
  static Optional<Wrk> find(Cores cores) throws IOException {
    Optional<Path> program = Programs.onPath("wrk");
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wrk(program.get(), cores, Files.createTempDirectory("pag-wrk")));
  }

  /**
   * Sends one shape for some seconds.
   *
   * @throws IOException if an answer was not 2xx, or a connection failed
   */
  WrkResult run(LoadShape shape, ServerProcess server, int seconds)
      throws IOException, InterruptedException {
    Path body = Files.write(directory.resolve("body"), shape.body());
    String url = server.url(shape.path());
    return shape.pipelined() == 1
        ? run("push.lua", List.of(body.toString()), shape.fields(), url, seconds)
        : run(
            "batches.lua",
            List.of("" + shape.pipelined(), body.toString()),
            shape.fields(),
            url,
            seconds);
  }

  /** Sends several bodies in turn, as {@link #run}. */
  WrkResult rotate(List<byte[]> bodies, String url, int seconds)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("1"));
    for (byte[] body : bodies) {
      Path file = directory.resolve("body-" + arguments.size());
      arguments.add(Files.write(file, body).toString());
    }
    return run("batches.lua", arguments, List.of(), url, seconds);
  }

  private WrkResult run(
      String script, List<String> arguments, List<String> fields, String url, int seconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s"));
    command.addAll(List.of("-s", script(script).toString()));
    fields.forEach(field -> command.addAll(List.of("-H", field)));
    command.addAll(List.of(url, "--"));
    command.addAll(arguments);
    String output = Programs.output(cores.on(cores.client(), command), seconds + GRACE_SECONDS);
    WrkResult result = WrkResult.parse(output);
    if (result.failures() > 0 || result.requests() == 0) {
      throw new IOException("not every push was answered with 2xx by " + url + ":\n" + output);
    }
    return result;
  }

  private Path script(String name) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      try (InputStream script = Wrk.class.getResourceAsStream(name)) {
        if (script == null) {
          throw new IllegalStateException("bug: no resource " + name);
        }
        Files.write(file, script.readAllBytes());
      }
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
