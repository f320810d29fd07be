package dev.pag.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server that runs as a process of its own and has answered a push with 202.
 *
 * <p>Threads: one. The process is killed at the latest when this JVM ends.
 */
final class ServerProcess implements AutoCloseable {
  private static final long START_TIMEOUT_SECONDS = 30;
  private static final long STOP_TIMEOUT_SECONDS = 10;
  private static final int POLL_MILLIS = 1;
  private static final byte[] FIRST_PUSH =
      HttpConnection.pushRequest(
          "/metrics/job/start",
          "# TYPE started_total counter\nstarted_total 1\n".getBytes(StandardCharsets.US_ASCII),
          "Connection: close\r\n");

  private final List<String> command;
  private final Process process;
  private final Thread killer;
  private final File log;
  private final InetSocketAddress api;
  private final InetSocketAddress lifecycle;
  private final long startNanos = System.nanoTime();
  private long firstAcceptedNanos;

  private ServerProcess(ProcessBuilder builder, File log, int apiPort, int lifecyclePort)
      throws IOException {
    this.command = builder.command();
    this.log = log;
    this.api = new InetSocketAddress(InetAddress.getLoopbackAddress(), apiPort);
    this.lifecycle = new InetSocketAddress(InetAddress.getLoopbackAddress(), lifecyclePort);
    this.process = builder.start();
    this.killer = new Thread(process.toHandle()::destroyForcibly, "kill " + process.pid());
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** What to start, once it is known on which ports. */
  interface Command {
    List<String> on(int apiPort, int lifecyclePort);
  }

  static ServerProcess start(Command command) throws IOException, InterruptedException {
    return start(command, Map.of());
  }

  /**
   * @throws IOException if there is no 202 in time, with what the server printed
   */
  static ServerProcess start(Command command, Map<String, String> environment)
      throws IOException, InterruptedException {
    int apiPort = freePort();
    int lifecyclePort = freePort();
    File log = File.createTempFile("pag-server", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command.on(apiPort, lifecyclePort))
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder, log, apiPort, lifecyclePort);
    boolean accepted = false;
    try {
      server.awaitAccepted();
      accepted = true;
      return server;
    } finally {
      if (!accepted) {
        server.close();
      }
    }
  }

  /** Free now; nothing else on a machine that measures should take it in the meantime. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitAccepted() throws IOException, InterruptedException {
    long deadlineNanos = startNanos + TimeUnit.SECONDS.toNanos(START_TIMEOUT_SECONDS);
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() > deadlineNanos) {
        throw new IOException(
            "no 202 from " + String.join(" ", command) + "\n" + Files.readString(logPath()));
      }
      Thread.sleep(POLL_MILLIS);
    }
    firstAcceptedNanos = System.nanoTime();
  }

  private boolean accepts() {
    try (HttpConnection connection = new HttpConnection(api)) {
      return connection.exchange(FIRST_PUSH).status() == 202;
    } catch (IOException e) {
      return false; // does not listen yet
    }
  }

  private Path logPath() {
    return log.toPath();
  }

  /** From the start of the process to the end of the first 202. */
  long startUpNanos() {
    return firstAcceptedNanos - startNanos;
  }

  long pid() {
    return process.pid();
  }

  ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  /** Where pushes and scrapes go. */
  InetSocketAddress api() {
    return api;
  }

  /** Where the gateway shows its own metrics; nothing listens there in other servers. */
  InetSocketAddress lifecycle() {
    return lifecycle;
  }

  String url(String path) {
    return "http://127.0.0.1:" + api.getPort() + path;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy); // if a script started it
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(killer);
    log.delete();
  }
}
