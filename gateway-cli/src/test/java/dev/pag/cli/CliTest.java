package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.netty.ListenAddress;
import dev.pag.netty.ServerConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CliTest {
  private final Path directory;

  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<StartConfig> launched = new ArrayList<>();

  CliTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void run_nothing_startsWithTheDefaults() {
    ServerConfig server = start().server();

    assertThat(server.apiListen()).isEqualTo(new ListenAddress("", 80));
    assertThat(server.lifecycleListen()).isEqualTo(new ListenAddress("", 8888));
    assertThat(server.limits().maxBodyBytes()).isEqualTo(16L << 20);
    assertThat(server.drainTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(server.version()).isEqualTo(BuildInfo.load().version());
    assertThat(launched.get(0).logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(launched.get(0).warnings()).isEmpty();
  }

  @Test
  void run_flagsBeforeAndAfterTheCommand_areTheSame() {
    start("--apiListen", ":1", "start", "--maxBodyBytes=5");
    start("start", "--apiListen=:1", "--maxBodyBytes", "5");
    start("--maxBodyBytes=5", "--apiListen", ":1");

    assertThat(launched)
        .hasSize(3)
        .allMatch(config -> config.server().apiListen().port() == 1)
        .allMatch(config -> config.server().limits().maxBodyBytes() == 5);
  }

  @Test
  void run_flagGivenTwice_lastWins() {
    assertThat(start("--apiListen=:1", "start", "--apiListen=:2").server().apiListen().port())
        .isEqualTo(2);
    assertThat(start("--apiListen=:1", "--apiListen=:2").server().apiListen().port()).isEqualTo(2);
  }

  @Test
  void run_usersGivenTwice_areAllTaken() {
    int exitCode = run("--AuthUsers", "u1=p1", "start", "--AuthUsers", "nonsense");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("--AuthUsers: bad entry 2").doesNotContain("nonsense");
  }

  @Test
  void run_valuesThatLookSpecial_arePassedOn() {
    assertThat(run("--AuthUsers=@u=p$x ${y}")).isZero();
    assertThat(run("--AuthUsers", "u=--cors")).isZero();
  }

  @Test
  void run_sourcesDisagree_environmentBeatsFlagBeatsFile() throws Exception {
    Files.writeString(
        directory.resolve("prom-agg-conf.yaml"),
        "apiListen: :1\nlifecycleListen: :1\nmaxBodyBytes: 1\n");
    environment.put("PAG_APILISTEN", ":3");

    StartConfig config = start("--apiListen=:2", "--lifecycleListen=:2");

    assertThat(config.server().apiListen().port()).isEqualTo(3);
    assertThat(config.server().lifecycleListen().port()).isEqualTo(2);
    assertThat(config.server().limits().maxBodyBytes()).isEqualTo(1);
    assertThat(config.warnings())
        .containsExactly("flag --apiListen is overridden by environment variable PAG_APILISTEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--foo | unknown flag: --foo",
        "--apiListn=:80 | unknown flag: --apiListn; did you mean --apiListen?",
        "-apiListen :80 | unknown flag: -apiListen; did you mean --apiListen?",
        "strat | unknown command: strat; did you mean start?",
        "start now | unexpected argument: now",
        "version now | unexpected argument: now",
        "help me | unknown command: me",
        "--cors | flag --cors needs a value",
        "start --cors --logLevel info | flag --cors needs a value",
        "rehearse now | unexpected argument: now",
        "completion | completion needs a shell: bash, zsh, fish",
        "completion tcsh | no completion for shell 'tcsh', only for bash, zsh, fish",
        "--logLevel loud | bad value for --logLevel: expected one of error, warn, info, debug,"
            + " trace, got 'loud'",
        "--maxBodyBytes 0 | bad value for --maxBodyBytes: expected a whole number above 0, got '0'",
        "--maxBodyBytes 16M | bad value for --maxBodyBytes: expected a whole number above 0, got"
            + " '16M'",
        "--drainTimeout 20 | bad value for --drainTimeout: expected a duration such as 500ms, 20s"
            + " or 1m, got '20'",
        "--configFile none.yaml | cannot read config file none.yaml: no such file"
      })
  void run_wrongUse_isOneLineAndExitCode2(String arguments, String message) {
    int exitCode = run(arguments.split(" ", -1));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "prom-aggregation-gateway: "
                + message
                + " (see 'prom-aggregation-gateway --help')"
                + System.lineSeparator());
    assertThat(launched).isEmpty();
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"API_LISTEN", "LIFECYCLE_LISTEN", "CORS", "AUTH_USERS", "DRAIN_TIMEOUT"})
  void run_badValueWithLineEnd_isOneLine(Setting setting) {
    environment.put(setting.envName(), "a\nb");

    int exitCode = run();

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("bad value for " + setting.envName() + ": ");
  }

  @Test
  void run_brokenConfigFile_doesNotStopVersionAndHelp() throws Exception {
    Files.writeString(directory.resolve("prom-agg-conf.yaml"), "nonsense");

    assertThat(run("version")).isZero();
    assertThat(run("help")).isZero();
    assertThat(run("start")).isEqualTo(2);
  }

  @Test
  void rehearse_whateverIsConfigured_ends() throws Exception {
    environment.put("PAG_MAXBODYBYTES", "1");
    Files.writeString(
        directory.resolve("prom-agg-conf.yaml"), "AuthUsers: a=b\napiListen: 192.0.2.1:1\n");

    int exitCode = run("rehearse");

    assertThat(exitCode).as(err.toString()).isZero();
    assertThat(launched).isEmpty();
  }

  @Test
  void version_isNameVersionAndCommit() {
    int exitCode = run("version");

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .matches("prom-aggregation-gateway \\d+\\.\\d+\\.\\d+\\S* \\(commit \\w+\\)\\R");
  }

  @Test
  void help_namesEveryFlagVariableDefaultAndCommand() {
    run("--help");

    for (Setting setting : Setting.values()) {
      assertThat(out.toString())
          .contains(setting.flag() + "=", setting.envName(), setting.defaultText());
    }
    assertThat(out.toString())
        .contains(
            "-h, --help", "  start ", "  rehearse ", "  version ", "  completion ", "  help ");
  }

  @ParameterizedTest
  @CsvSource({"help start, start --help", "help completion, completion -h", "help, -h"})
  void help_ofACommand_isItsHelpFlag(String command, String flag) {
    run(command.split(" ", -1));
    String first = out.toString();
    out.getBuffer().setLength(0);
    run(flag.split(" ", -1));

    assertThat(out.toString()).isEqualTo(first).startsWith("Usage: prom-aggregation-gateway");
    assertThat(launched).isEmpty();
  }

  private StartConfig start(String... arguments) {
    assertThat(run(arguments)).as(err.toString()).isZero();
    return launched.get(launched.size() - 1);
  }

  private int run(String... arguments) {
    Cli cli =
        new Cli(
            environment,
            directory,
            new PrintWriter(out),
            new PrintWriter(err),
            config -> {
              launched.add(config);
              return Cli.OK;
            });
    return cli.run(arguments);
  }
}
