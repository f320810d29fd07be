package dev.pag.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The shells that {@code completion} knows. */
enum Shell {
  BASH {
    @Override
    String script(CommandLine commandLine) {
      return AutoComplete.bash(BuildInfo.NAME, commandLine);
    }
  },
  /** The bash script turns on zsh's own emulation of bash completion when zsh reads it. */
  ZSH {
    @Override
    String script(CommandLine commandLine) {
      return AutoComplete.bash(BuildInfo.NAME, commandLine);
    }
  },
  FISH {
    @Override
    String script(CommandLine commandLine) {
      return FishCompletion.script(commandLine);
    }
  };

  abstract String script(CommandLine commandLine);

  static Shell parse(String name) throws UsageException {
    return Arrays.stream(values())
        .filter(shell -> shell.name().toLowerCase(Locale.ROOT).equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new UsageException("no completion for shell '" + name + "', only for " + names()));
  }

  static String names() {
    return Arrays.stream(values())
        .map(shell -> shell.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
