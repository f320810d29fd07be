package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual's table of settings is the code's. */
class ConfigurationDocTest {
  @Test
  void table_isThatOfTheSettings() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "CONFIGURATION.md")).stream()
            .filter(line -> line.startsWith("| `--"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values()).map(ConfigurationDocTest::row).toList());
  }

  private static String row(Setting setting) {
    String key = setting.isKey() ? "`" + setting.key() + "`" : "-";
    String defaultText =
        setting.defaultText().isEmpty() ? "empty" : "`" + setting.defaultText() + "`";
    return String.join(
        " | ",
        "| `" + setting.flag() + "`",
        "`" + setting.envName() + "`",
        key,
        defaultText,
        setting.description() + " |");
  }
}
