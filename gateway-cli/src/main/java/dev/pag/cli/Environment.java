package dev.pag.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings found in the environment.
 *
 * <p>A variable with an empty value counts as absent, as in the original: container files often
 * pass on variables that nobody set.
 *
 * @param values by setting, not empty
 * @param unknown names that look like ours but are none, sorted; a typing error that would go
 *     unnoticed otherwise
 */
record Environment(Map<Setting, String> values, List<String> unknown) {
  /**
   * What Kubernetes and Docker inject for a service whose name is, or begins with, {@code pag}:
   * {@code PAG_SERVICE_HOST}, {@code PAG_PORT_80_TCP_ADDR}, {@code PAG_API_SERVICE_PORT_HTTP}. They
   * are nobody's mistake.
   */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "PAG_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_.+)?)?)");

  static Environment of(Map<String, String> variables) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    TreeSet<String> unknown = new TreeSet<>();
    variables.forEach(
        (name, value) ->
            Setting.ofEnvName(name)
                .ifPresentOrElse(
                    setting -> values.put(setting, value),
                    () -> {
                      if (name.startsWith(Setting.ENV_PREFIX) && !isServiceLink(name)) {
                        unknown.add(name);
                      }
                    }));
    values.values().removeIf(String::isEmpty);
    return new Environment(values, List.copyOf(unknown));
  }

  static boolean isServiceLink(String name) {
    return SERVICE_LINK.matcher(name).matches();
  }

  /** One line for each unknown variable. */
  List<String> warnings() {
    List<String> known = Arrays.stream(Setting.values()).map(Setting::envName).toList();
    return unknown.stream()
        .map(
            name ->
                "unknown environment variable " + name + " is ignored" + Suggestion.of(name, known))
        .toList();
  }
}
