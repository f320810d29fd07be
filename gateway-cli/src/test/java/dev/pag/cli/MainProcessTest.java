package dev.pag.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainProcessTest {
  private static final String ANY_PORT = "127.0.0.1:0";

  private final Path directory;

  MainProcessTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void start_signal_drainsAndExitsWith0(String signal) throws Exception {
    try (ProgramRun run = start(Map.of())) {
      run.awaitLine("listening for pushes and scrapes on 127.0.0.1:\\d+, lifecycle on 127.0.0.1:");

      run.signal(signal);

      assertThat(run.awaitExit()).isZero();
      assertThat(run.lines())
          .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z INFO {2}\\w+: .+"))
          .last(as(STRING))
          .endsWith(": stopped");
    }
  }

  @Test
  void start_healthPage_showsTheBuild() throws Exception {
    try (ProgramRun run = start(Map.of())) {
      String address = run.awaitLine("lifecycle on (\\S+)").group(1);

      HttpResponse<String> health =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://" + address + "/healthy")).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body())
          .contains(BuildInfo.NAME, BuildInfo.load().version(), BuildInfo.load().commit());
    }
  }

  @Test
  void start_environmentAgainstFlag_isWarnedAboutAndWins() throws Exception {
    Map<String, String> environment = Map.of("PAG_LOGLEVEL", "warn", "PAG_LOGLEVL", "x");
    try (ProgramRun run =
        ProgramRun.ofMain(
            directory,
            environment,
            "--logLevel=info",
            "--apiListen=" + ANY_PORT,
            "--lifecycleListen=" + ANY_PORT)) {
      run.awaitLine("WARN .*PAG_LOGLEVL is ignored; did you mean PAG_LOGLEVEL\\?");
      run.awaitLine("WARN .*flag --logLevel is overridden by environment variable PAG_LOGLEVEL");

      run.signal("TERM");

      run.awaitExit();
      assertThat(run.lines()).noneMatch(line -> line.contains(" INFO "));
    }
  }

  @Test
  void start_addressInUse_isOneLineAndExitCode1() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ProgramRun run =
            ProgramRun.ofMain(
                directory,
                Map.of(),
                "--apiListen=127.0.0.1:" + taken.getLocalPort(),
                "--lifecycleListen=" + ANY_PORT)) {
      assertThat(run.awaitExit()).isEqualTo(1);
      assertThat(run.lines())
          .filteredOn(line -> !line.contains(" INFO "))
          .singleElement(as(STRING))
          .startsWith(
              "prom-aggregation-gateway: cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void start_unknownFlag_isOneLineAndExitCode2() throws Exception {
    try (ProgramRun run = ProgramRun.ofMain(directory, Map.of(), "--foo")) {
      assertThat(run.awaitExit()).isEqualTo(2);
      assertThat(run.lines())
          .containsExactly(
              "prom-aggregation-gateway: unknown flag: --foo (see 'prom-aggregation-gateway"
                  + " --help')");
    }
  }

  private ProgramRun start(Map<String, String> environment) throws IOException {
    return ProgramRun.ofMain(
        directory, environment, "--apiListen", ANY_PORT, "--lifecycleListen", ANY_PORT);
  }
}
