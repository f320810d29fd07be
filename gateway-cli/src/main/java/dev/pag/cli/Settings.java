package dev.pag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The text of every setting and where it comes from: environment beats flag beats config file beats
 * default.
 */
final class Settings {
  private final Map<Setting, Value> values;
  private final List<String> warnings;

  /**
   * @param origin where the operator can find it, for messages
   */
  private record Value(String text, String origin) {}

  private Settings(Map<Setting, Value> values, List<String> warnings) {
    this.values = values;
    this.warnings = warnings;
  }

  /**
   * Reads the config file, if any, and takes each setting from its strongest source.
   *
   * @param flags as given on the command line, lists joined
   * @param directory where a relative config file is looked for
   */
  static Settings resolve(Environment environment, Map<Setting, String> flags, Path directory)
      throws UsageException {
    ConfigFile file = configFile(environment, flags, directory);
    Map<Setting, Value> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, new Value(setting.defaultText(), "default of " + setting.flag()));
    }
    file.values()
        .forEach((s, text) -> values.put(s, new Value(text, s.key() + " in " + file.name())));
    flags.forEach((s, text) -> values.put(s, new Value(text, s.flag())));
    environment.values().forEach((s, text) -> values.put(s, new Value(text, s.envName())));
    return new Settings(values, warnings(environment, flags));
  }

  private static ConfigFile configFile(
      Environment environment, Map<Setting, String> flags, Path directory) throws UsageException {
    String flag = flags.getOrDefault(Setting.CONFIG_FILE, Setting.CONFIG_FILE.defaultText());
    String name = environment.values().getOrDefault(Setting.CONFIG_FILE, flag);
    return name.isEmpty() ? ConfigFile.find(directory) : ConfigFile.read(directory, name);
  }

  private static List<String> warnings(Environment environment, Map<Setting, String> flags) {
    List<String> warnings = new ArrayList<>(environment.warnings());
    Arrays.stream(Setting.values())
        .filter(s -> flags.containsKey(s) && environment.values().containsKey(s))
        .map(s -> "flag " + s.flag() + " is overridden by environment variable " + s.envName())
        .forEach(warnings::add);
    return List.copyOf(warnings);
  }

  /**
   * Turns the text of a setting into its value.
   *
   * @param parser throws IllegalArgumentException with one line for a text it does not take
   * @throws UsageException with that line and the text's origin
   */
  <T> T read(Setting setting, Function<String, T> parser) throws UsageException {
    Value value = Objects.requireNonNull(values.get(setting));
    try {
      return parser.apply(value.text());
    } catch (IllegalArgumentException e) {
      throw new UsageException("bad value for " + value.origin() + ": " + e.getMessage());
    }
  }

  /** What the operator should hear about at start. */
  List<String> warnings() {
    return warnings;
  }
}
