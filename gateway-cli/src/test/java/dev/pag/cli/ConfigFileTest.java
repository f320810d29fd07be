package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFileTest {
  private final Path directory;

  ConfigFileTest(@TempDir Path directory) {
    this.directory = directory;
  }

  static List<String> valid() throws IOException, URISyntaxException {
    return files("valid").filter(name -> !name.endsWith(".expected")).toList();
  }

  static List<String> invalid() throws IOException, URISyntaxException {
    return files("invalid").toList();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void read_validFile_hasTheExpectedValues(String name) throws Exception {
    Path folder = folder("valid");

    ConfigFile file = ConfigFile.read(folder, name);

    String values =
        file.values().entrySet().stream()
            .map(entry -> entry.getKey().key() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    assertThat(values)
        .isEqualTo(Files.readString(folder.resolve(name.replaceAll("\\.\\w+$", ".expected"))));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void read_invalidFile_namesFileLineAndKey(String name) throws Exception {
    Path folder = folder("invalid");
    String firstLine = Files.readAllLines(folder.resolve(name)).get(0);

    assertThatThrownBy(() -> ConfigFile.read(folder, name))
        .isInstanceOf(UsageException.class)
        .hasMessage(name + firstLine.substring("#! ".length()));
  }

  @Test
  void read_deepNesting_isRefusedWhereItBegins() throws IOException {
    Files.writeString(directory.resolve("deep.yaml"), "cors: " + "[".repeat(500_000));

    assertThatThrownBy(() -> ConfigFile.read(directory, "deep.yaml"))
        .hasMessage("deep.yaml:1: key 'cors': expected a plain value");
  }

  @Test
  void read_unreadableFiles_sayWhy() throws IOException {
    Files.write(directory.resolve("latin1.yaml"), new byte[] {'c', ':', ' ', (byte) 0xe9});
    Files.writeString(directory.resolve("big.yaml"), "#".repeat((1 << 20) + 1));

    assertThatThrownBy(() -> ConfigFile.read(directory, "none.yaml"))
        .hasMessage("cannot read config file none.yaml: no such file");
    assertThatThrownBy(() -> ConfigFile.read(directory, "."))
        .hasMessage("cannot read config file .: it is a directory");
    assertThatThrownBy(() -> ConfigFile.read(directory, "latin1.yaml"))
        .hasMessage("cannot read config file latin1.yaml: it is not UTF-8 text");
    assertThatThrownBy(() -> ConfigFile.read(directory, "big.yaml"))
        .hasMessage("cannot read config file big.yaml: larger than 1 MiB");
  }

  @Test
  void find_noFile_isNone() throws UsageException {
    assertThat(ConfigFile.find(directory)).isSameAs(ConfigFile.NONE);
  }

  @Test
  void find_eachDefaultName_isRead() throws Exception {
    for (String name : ConfigFile.DEFAULT_NAMES) {
      Files.writeString(directory.resolve(name), "{\"apiListen\": \":1\"}");

      assertThat(ConfigFile.find(directory).values()).containsEntry(Setting.API_LISTEN, ":1");

      Files.delete(directory.resolve(name));
    }
  }

  @Test
  void find_twoFiles_isRefused() throws IOException {
    Files.writeString(directory.resolve("prom-agg-conf.yaml"), "");
    Files.writeString(directory.resolve("prom-agg-conf.json"), "{}");

    assertThatThrownBy(() -> ConfigFile.find(directory))
        .hasMessage(
            "there are prom-agg-conf.yaml and prom-agg-conf.json; keep one or choose with"
                + " --configFile");
  }

  private static Stream<String> files(String folder) throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static Path folder(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(ConfigFileTest.class.getResource("/config/" + name)).toURI());
  }
}
