package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our jar, running on ports of the system's choice. Closing it sends SIGTERM and checks that it
 * ends with 0 and that Netty saw no leaked buffer.
 */
final class GatewayProcess implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile(
          "listening for pushes and scrapes on (\\S+):(\\d+), lifecycle on (\\S+):(\\d+)$");

  private final ChildProcess process;
  private final InetSocketAddress api;
  private final InetSocketAddress lifecycle;

  private GatewayProcess(ChildProcess process) throws InterruptedException {
    this.process = process;
    Matcher listening = process.awaitLine(LISTENING);
    this.api = address(listening.group(1), listening.group(2));
    this.lifecycle = address(listening.group(3), listening.group(4));
  }

  static GatewayProcess start(String... flags) throws IOException, InterruptedException {
    return start(List.of("-Dio.netty.leakDetection.level=paranoid"), flags);
  }

  /** Starts it with options of the JVM's own, without leak detection, which costs speed. */
  static GatewayProcess start(List<String> jvmOptions, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", property("pag.jar")));
    // Spelled differently, because two equal addresses mean one port for everything.
    command.addAll(List.of("--apiListen", "127.0.0.1:0", "--lifecycleListen", "localhost:0"));
    command.addAll(List.of(flags));
    ChildProcess process = ChildProcess.start(command);
    try {
      return new GatewayProcess(process);
    } catch (AssertionError | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  /** Where pushes and scrapes go. */
  InetSocketAddress api() {
    return api;
  }

  URI apiUri(String path) {
    return URI.create("http://" + authority(api) + path);
  }

  URI lifecycleUri(String path) {
    return URI.create("http://" + authority(lifecycle) + path);
  }

  /** {@code host:port}, as in a URL. */
  String apiAuthority() {
    return authority(api);
  }

  /** Sends SIGTERM without waiting. */
  void terminate() {
    process.terminate();
  }

  /** Waits for its own end after {@link #terminate}. */
  int awaitExit() {
    return process.awaitExit();
  }

  @Override
  public void close() {
    try (process) {
      process.terminate();
      int exitCode = process.awaitExit();
      assertThat(exitCode).as("exit code after SIGTERM, log:\n%s", process.output()).isZero();
      assertThat(process.output()).doesNotContain("LEAK:");
    }
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError("system property missing, run by ./mvnw verify: " + name);
    }
    return value;
  }

  private static InetSocketAddress address(String host, String port) {
    return new InetSocketAddress(host, Integer.parseInt(port));
  }

  private static String authority(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }
}
