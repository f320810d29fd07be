package dev.pag.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The shape of the command line: commands, flags from {@link Setting}, help texts. */
final class Commands {
  static final String START = "start";
  static final String REHEARSE = "rehearse";
  static final String VERSION = "version";
  static final String COMPLETION = "completion";
  static final String HELP = "help";

  private static final int HELP_WIDTH = 110;
  private static final int FLAG_COLUMN_WIDTH = 34;

  private Commands() {}

  static CommandLine create() {
    CommandSpec root =
        command(BuildInfo.NAME, "[command] [flags]", "Adds up pushed Prometheus metrics.");
    root.usageMessage()
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Without a command it starts the gateway. The environment beats flags, flags beat the",
            "config file, the config file beats the defaults.");
    root.addSubcommand(START, command(START, "[flags]", "Starts the gateway (default)."));
    root.addSubcommand(
        REHEARSE,
        command(
            REHEARSE,
            "",
            "Pushes and scrapes on free ports, then ends: for recording an archive."));
    root.addSubcommand(VERSION, command(VERSION, "", "Prints name, version and commit."));
    root.addSubcommand(
        COMPLETION,
        command(COMPLETION, "<shell>", "Prints a completion script for bash, zsh or fish.")
            .addPositional(word("<shell>", Arrays.asList(Shell.names().split(", ", -1)))));
    root.addSubcommand(
        HELP,
        command(HELP, "[command]", "Explains a command.")
            .addPositional(word("<command>", List.of(START, REHEARSE, VERSION, COMPLETION, HELP))));
    addFlags(root);
    return new CommandLine(root)
        .setUsageHelpLongOptionsMaxWidth(FLAG_COLUMN_WIDTH)
        .setExpandAtFiles(false); // a password may begin with @
  }

  private static CommandSpec command(String name, String synopsis, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    String line = name.equals(BuildInfo.NAME) ? name : BuildInfo.NAME + " " + name;
    spec.usageMessage()
        .customSynopsis((line + " " + synopsis).stripTrailing())
        .description(description)
        .optionListHeading("%nFlags:%n")
        .parameterListHeading("%n")
        .sortOptions(false)
        .width(HELP_WIDTH);
    return spec;
  }

  private static PositionalParamSpec word(String label, List<String> choices) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity("0..1")
        .type(String.class)
        .completionCandidates(choices)
        .description("One of " + String.join(", ", choices) + ".")
        .build();
  }

  /** Flags are those of every command, so they may stand before and after its name. */
  private static void addFlags(CommandSpec root) {
    for (Setting setting : Setting.values()) {
      root.addOption(
          OptionSpec.builder(setting.flag())
              .paramLabel("<" + setting.valueName() + ">")
              .arity("1")
              .type(List.class) // keeps repeated flags; Setting.join says what they mean
              .auxiliaryTypes(String.class)
              .completionCandidates(setting.choices().isEmpty() ? null : setting.choices())
              .description(description(setting))
              .scopeType(ScopeType.INHERIT)
              .build());
    }
    root.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .scopeType(ScopeType.INHERIT)
            .build());
  }

  private static String[] description(Setting setting) {
    List<String> lines = new ArrayList<>();
    lines.add(setting.description());
    String defaultText =
        setting.defaultText().isEmpty() ? "" : "default " + setting.defaultText() + ", ";
    lines.add("(" + defaultText + "environment " + setting.envName() + ")");
    return lines.toArray(String[]::new);
  }
}
