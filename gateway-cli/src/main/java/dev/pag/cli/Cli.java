package dev.pag.cli;

import dev.pag.netty.BindFailedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
  private final CommandLine commands = Commands.create();

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
      return dispatch(parse(args));
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

  private int dispatch(ParseResult root) throws UsageException, BindFailedException {
    ParseResult command = root.hasSubcommand() ? root.subcommand() : root;
    if (root.isUsageHelpRequested() || command.isUsageHelpRequested()) {
      return help(command.commandSpec().commandLine());
    }
    return switch (command.commandSpec().name()) {
      case Commands.VERSION -> print(BuildInfo.load().toString());
      case Commands.REHEARSE -> Rehearsal.run(directory);
      case Commands.COMPLETION -> completion(command);
      case Commands.HELP -> help(explained(command));
      default -> start(root, command);
    };
  }

  private int start(ParseResult root, ParseResult command)
      throws UsageException, BindFailedException {
    Settings settings =
        Settings.resolve(Environment.of(environment), flags(root, command), directory);
    return launcher.launch(StartConfig.of(settings, BuildInfo.load()));
  }

  private int completion(ParseResult command) throws UsageException {
    List<String> shell = positionals(command);
    if (shell.isEmpty()) {
      throw new UsageException("completion needs a shell: " + Shell.names());
    }
    return print(Shell.parse(shell.get(0)).script(commands));
  }

  private CommandLine explained(ParseResult command) throws UsageException {
    List<String> name = positionals(command);
    if (name.isEmpty()) {
      return commands;
    }
    CommandLine explained = commands.getSubcommands().get(name.get(0));
    if (explained == null) {
      throw unknownCommand(name.get(0));
    }
    return explained;
  }

  private int help(CommandLine command) {
    command.usage(out, CommandLine.Help.Ansi.OFF);
    return OK;
  }

  private int print(String text) {
    out.println(text);
    return OK;
  }

  private static List<String> positionals(ParseResult command) {
    return command.matchedPositionals().stream()
        .flatMap(positional -> positional.originalStringValues().stream())
        .toList();
  }

  /** The flags in the order given: those before the command's name, then those after it. */
  private static Map<Setting, String> flags(ParseResult root, ParseResult command) {
    Map<Setting, List<String>> given = new EnumMap<>(Setting.class);
    for (ParseResult level : root == command ? List.of(root) : List.of(root, command)) {
      for (Setting setting : Setting.values()) {
        OptionSpec option = level.matchedOption(setting.flag());
        if (option != null) {
          given
              .computeIfAbsent(setting, s -> new ArrayList<>())
              .addAll(option.originalStringValues());
        }
      }
    }
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    given.forEach((setting, values) -> flags.put(setting, setting.join(values)));
    return flags;
  }

  private ParseResult parse(String... args) throws UsageException {
    try {
      return commands.parseArgs(args);
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e);
    } catch (MissingParameterException e) {
      throw missing(e);
    } catch (ParameterException e) {
      throw new UsageException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private UsageException unmatched(UnmatchedArgumentException e) {
    String argument = e.getUnmatched().get(0);
    if (!argument.startsWith("-")) {
      return e.getCommandLine() == commands
          ? unknownCommand(argument)
          : new UsageException("unexpected argument: " + argument);
    }
    int equals = argument.indexOf('=');
    String flag = equals < 0 ? argument : argument.substring(0, equals);
    List<String> known = new ArrayList<>(List.of("--help"));
    Arrays.stream(Setting.values()).map(Setting::flag).forEach(known::add);
    return new UsageException("unknown flag: " + flag + Suggestion.of(flag, known));
  }

  private UsageException unknownCommand(String name) {
    return new UsageException(
        "unknown command: " + name + Suggestion.of(name, commands.getSubcommands().keySet()));
  }

  private static UsageException missing(MissingParameterException e) {
    ArgSpec missing = e.getMissing().get(0);
    String name =
        missing instanceof OptionSpec option ? option.longestName() : missing.paramLabel();
    return new UsageException("flag " + name + " needs a value");
  }
}
