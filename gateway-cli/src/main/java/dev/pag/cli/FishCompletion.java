package dev.pag.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Completion for fish, whose own words are simpler than a translation of the bash script. */
final class FishCompletion {
  private static final String COMPLETE = "complete -c " + BuildInfo.NAME;

  private FishCompletion() {}

  static String script(CommandLine commandLine) {
    String commands = String.join(" ", commandLine.getSubcommands().keySet());
    String shells = Shell.names().replace(",", "");
    return COMPLETE
        + " -f\n"
        + COMPLETE
        + " -n __fish_use_subcommand -a '"
        + commands
        + "'\n"
        + COMPLETE
        + " -n '__fish_seen_subcommand_from completion' -a '"
        + shells
        + "'\n"
        + COMPLETE
        + " -s h -l help -d 'Show help'\n"
        + Arrays.stream(Setting.values())
            .map(FishCompletion::flag)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String flag(Setting setting) {
    String values =
        setting.choices().isEmpty() ? "" : " -a '" + String.join(" ", setting.choices()) + "'";
    String files = setting == Setting.CONFIG_FILE ? " -F" : "";
    return COMPLETE
        + " -l "
        + setting.key()
        + " -r"
        + files
        + values
        + " -d '"
        + setting.description().replace("'", "\\'")
        + "'";
  }
}
