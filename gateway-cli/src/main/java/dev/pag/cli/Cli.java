package dev.pag.cli;

import dev.pag.netty.BindFailedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Turns arguments into actions and their failures into one line and an exit code: 2 if the operator
 * asked for something that cannot be, 1 if the machine would not let us.
 */
final class Cli {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private final Map<String, String> environment;
  private final Path directory;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Launcher launcher;

  /** Runs the gateway; returns when it has ended. */
  interface Launcher {
    int launch(StartConfig config) throws BindFailedException;
  }

  /**
   * @param directory where a config file is looked for
   */
  Cli(
      Map<String, String> environment,
      Path directory,
      PrintWriter out,
      PrintWriter err,
      Launcher launcher) {
    this.environment = environment;
    this.directory = directory;
    this.out = out;
    this.err = err;
    this.launcher = launcher;
  }

  int run(String... args) {
    try {
      return dispatch(Arguments.read(args));
    } catch (UsageException e) {
      return fail(USAGE, e.getMessage() + " (see '" + BuildInfo.NAME + " --help')");
    } catch (BindFailedException e) {
      return fail(FAILED, String.valueOf(e.getMessage()));
    } finally {
      out.flush();
    }
  }

  /** Values from the environment and files may hold line ends; the message stays one line. */
  private int fail(int exitCode, String message) {
    err.println(BuildInfo.NAME + ": " + message.replaceAll("\\p{Cntrl}", "?"));
    err.flush();
    return exitCode;
  }

  private int dispatch(Arguments arguments) throws UsageException, BindFailedException {
    if (arguments.help()) {
      return help(arguments.command());
    }
    String command = Objects.requireNonNullElse(arguments.command(), Commands.START);
    return switch (command) {
      case Commands.VERSION -> print(BuildInfo.load().toString());
      case Commands.REHEARSE -> Rehearsal.run(directory);
      case Commands.COMPLETION -> completion(arguments.operand());
      case Commands.HELP -> help(arguments.operand());
      default -> start(arguments.flags());
    };
  }

  private int start(Map<Setting, String> flags) throws UsageException, BindFailedException {
    Settings settings = Settings.resolve(Environment.of(environment), flags, directory);
    return launcher.launch(StartConfig.of(settings, BuildInfo.load()));
  }

  private int completion(@Nullable String shell) throws UsageException {
    if (shell == null) {
      throw new UsageException("completion needs a shell: " + Shell.names());
    }
    return print(Shell.parse(shell).script(Commands.create()));
  }

  private int help(@Nullable String command) throws UsageException {
    CommandLine commands = Commands.create();
    CommandLine explained =
        command == null
            ? commands
            : Objects.requireNonNull(commands.getSubcommands().get(Arguments.command(command)));
    explained.usage(out, CommandLine.Help.Ansi.OFF);
    return OK;
  }

  private int print(String text) {
    out.println(text);
    return OK;
  }
}
