package dev.pag.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The settings of a config file.
 *
 * @param name the file as the operator would name it, for messages
 * @param values by setting; lists are joined by commas
 */
record ConfigFile(String name, Map<Setting, String> values) {
  static final ConfigFile NONE = new ConfigFile("no config file", Map.of());

  /** Looked for in the working directory if no file is named. */
  static final List<String> DEFAULT_NAMES =
      List.of("prom-agg-conf.yaml", "prom-agg-conf.yml", "prom-agg-conf.json");

  private static final long MAX_BYTES = 1L << 20;

  /**
   * Reads the one default file of {@code directory}, if there is one.
   *
   * @throws UsageException also if there are two, since silence about one of them would mislead
   */
  static ConfigFile find(Path directory) throws UsageException {
    List<String> present =
        DEFAULT_NAMES.stream().filter(name -> Files.exists(directory.resolve(name))).toList();
    if (present.size() > 1) {
      throw new UsageException(
          "there are " + String.join(" and ", present) + "; keep one or choose with --configFile");
    }
    return present.isEmpty() ? NONE : read(directory, present.get(0));
  }

  /**
   * Reads {@code name}, which is relative to {@code directory} unless it is absolute.
   *
   * @throws UsageException naming file, line and key if anything in it is not understood
   */
  static ConfigFile read(Path directory, String name) throws UsageException {
    Path file = directory.resolve(name);
    try {
      if (Files.isDirectory(file)) {
        throw new UsageException("cannot read config file " + name + ": it is a directory");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UsageException("cannot read config file " + name + ": larger than 1 MiB");
      }
      return new ConfigFile(name, new ConfigReader(name).read(text(file)));
    } catch (IOException e) {
      throw new UsageException("cannot read config file " + name + ": " + reason(e));
    }
  }

  /** In JSON a tab is always a blank between tokens, but the YAML parser refuses it there. */
  private static String text(Path file) throws IOException {
    String text = Files.readString(file);
    return file.toString().endsWith(".json") ? text.replace('\t', ' ') : text;
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof CharacterCodingException ? "it is not UTF-8 text" : "" + e.getMessage();
  }
}
