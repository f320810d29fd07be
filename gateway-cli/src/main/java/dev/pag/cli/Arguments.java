package dev.pag.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the command line, told apart: a command, flags before and after it, and for some
 * commands one more word. Every flag but {@code --help} takes one value.
 *
 * @param command one of {@link Commands#NAMES}, or null if none is named
 * @param operand what to explain or complete, or null
 * @param flags their values, several of a list joined in the order given
 * @param help asks for help instead
 */
record Arguments(
    @Nullable String command, @Nullable String operand, Map<Setting, String> flags, boolean help) {
  private static final List<String> HELP_FLAGS = List.of("-h", "--help");

  /**
   * @throws UsageException for the first word that is not understood
   */
  static Arguments read(String... words) throws UsageException {
    String command = null;
    String operand = null;
    boolean help = false;
    Map<Setting, List<String>> flags = new EnumMap<>(Setting.class);
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (HELP_FLAGS.contains(word)) {
        help = true;
      } else if (word.startsWith("-")) {
        Setting setting = setting(word);
        int equals = word.indexOf('=');
        String value = equals < 0 ? next(words, ++i, setting) : word.substring(equals + 1);
        flags.computeIfAbsent(setting, s -> new ArrayList<>()).add(value);
      } else if (command == null) {
        command = command(word);
      } else if (operand == null && Commands.takesOperand(command)) {
        operand = word;
      } else {
        throw new UsageException("unexpected argument: " + word);
      }
    }
    return new Arguments(command, operand, joined(flags), help);
  }

  private static Setting setting(String word) throws UsageException {
    Setting setting = flagOf(word);
    if (setting == null) {
      List<String> known = new ArrayList<>(List.of("--help"));
      Arrays.stream(Setting.values()).map(Setting::flag).forEach(known::add);
      String flag = word.split("=", 2)[0];
      if (HELP_FLAGS.contains(flag)) {
        throw new UsageException("flag " + flag + " takes no value");
      }
      throw new UsageException("unknown flag: " + flag + Suggestion.of(flag, known));
    }
    return setting;
  }

  private static @Nullable Setting flagOf(String word) {
    for (Setting setting : Setting.values()) {
      String flag = setting.flag();
      if (word.equals(flag) || word.startsWith(flag + "=")) {
        return setting;
      }
    }
    return null;
  }

  /** A flag in the place of a value is more likely a forgotten value than one that looks so. */
  private static String next(String[] words, int index, Setting setting) throws UsageException {
    if (index == words.length
        || HELP_FLAGS.contains(words[index])
        || flagOf(words[index]) != null) {
      throw new UsageException("flag " + setting.flag() + " needs a value");
    }
    return words[index];
  }

  /**
   * @throws UsageException if there is no such command
   */
  static String command(String name) throws UsageException {
    if (!Commands.NAMES.contains(name)) {
      throw new UsageException("unknown command: " + name + Suggestion.of(name, Commands.NAMES));
    }
    return name;
  }

  private static Map<Setting, String> joined(Map<Setting, List<String>> flags) {
    Map<Setting, String> joined = new EnumMap<>(Setting.class);
    flags.forEach((setting, values) -> joined.put(setting, setting.join(values)));
    return joined;
  }
}
