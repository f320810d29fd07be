package dev.pag.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting, once: this table makes the flags, the environment twins, the keys of the config
 * file, the help text and the completion, and docs/CONFIGURATION.md is tested against it.
 */
enum Setting {
  AUTH_USERS(
      "AuthUsers",
      "users",
      "",
      "Users who may push, such as user1=pass1,user2=pass2. Empty: everybody may."),
  API_LISTEN("apiListen", "address", ":80", "Listen for pushes and scrapes on this host:port."),
  CORS(
      "cors",
      "origins",
      "*",
      "Origins whose web pages may push: * for all, or a comma separated list."),
  LIFECYCLE_LISTEN(
      "lifecycleListen",
      "address",
      ":8888",
      "Listen for health checks and own metrics. The same as apiListen: all on one port."),
  MAX_BODY_BYTES(
      "maxBodyBytes",
      "bytes",
      "16777216",
      "Largest body of a push in bytes, also after decompression."),
  DRAIN_TIMEOUT(
      "drainTimeout",
      "duration",
      "20s",
      "How long a stopping gateway waits for requests in work: 500ms, 20s, 1m."),
  LOG_LEVEL("logLevel", "level", "info", "Log lines shown: error, warn, info, debug or trace."),
  CONFIG_FILE(
      "configFile",
      "path",
      "",
      "YAML or JSON file with settings. Empty: prom-agg-conf.yaml, .yml or .json, if there is one.");

  static final String ENV_PREFIX = "PAG_";

  private final String key;
  private final String valueName;
  private final String defaultText;
  private final String description;

  Setting(String key, String valueName, String defaultText, String description) {
    this.key = key;
    this.valueName = valueName;
    this.defaultText = defaultText;
    this.description = description;
  }

  /** The name in the config file, and of the flag without its dashes. */
  String key() {
    return key;
  }

  String flag() {
    return "--" + key;
  }

  String envName() {
    return ENV_PREFIX + key.toUpperCase(Locale.ROOT);
  }

  /** What kind of value it takes, one word for the help text. */
  String valueName() {
    return valueName;
  }

  String defaultText() {
    return defaultText;
  }

  String description() {
    return description;
  }

  /** The values to offer for completion; empty if any text may do. */
  List<String> choices() {
    return this == LOG_LEVEL ? LogLevel.names() : List.of();
  }

  /** Several values add up to a comma separated list, where others are replaced by the last. */
  boolean isList() {
    return this == AUTH_USERS || this == CORS;
  }

  /** A config file may set it. */
  boolean isKey() {
    return this != CONFIG_FILE;
  }

  /** Joins values given one by one, in the order given. */
  String join(List<String> values) {
    return isList() ? String.join(",", values) : values.get(values.size() - 1);
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.isKey() && s.key.equalsIgnoreCase(key)).findAny();
  }

  static Optional<Setting> ofEnvName(String name) {
    return Arrays.stream(values()).filter(s -> s.envName().equals(name)).findAny();
  }
}
