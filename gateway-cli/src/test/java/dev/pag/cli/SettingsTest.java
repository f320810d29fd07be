package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
  private final Path directory;

  SettingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIG_FILE")
  void resolve_eachSetting_takesTheStrongestSource(Setting setting) throws Exception {
    Map<String, String> env = Map.of(setting.envName(), "from-env");
    Map<Setting, String> flag = Map.of(setting, "from-flag");

    assertThat(text(setting, Map.of(), Map.of())).isEqualTo(setting.defaultText());

    Files.writeString(directory.resolve("prom-agg-conf.yaml"), setting.key() + ": from-file");
    assertThat(text(setting, Map.of(), Map.of())).isEqualTo("from-file");
    assertThat(text(setting, Map.of(), flag)).isEqualTo("from-flag");
    assertThat(text(setting, env, Map.of())).isEqualTo("from-env");
    assertThat(text(setting, env, flag)).isEqualTo("from-env");
  }

  @Test
  void resolve_configFileByFlagAndEnvironment_environmentBeatsFlag() throws Exception {
    Files.writeString(directory.resolve("flag.yaml"), "apiListen: :1");
    Files.writeString(directory.resolve("env.yaml"), "apiListen: :2");
    Map<Setting, String> flag = Map.of(Setting.CONFIG_FILE, "flag.yaml");

    assertThat(text(Setting.API_LISTEN, Map.of(), flag)).isEqualTo(":1");
    assertThat(text(Setting.API_LISTEN, Map.of("PAG_CONFIGFILE", "env.yaml"), flag))
        .isEqualTo(":2");
  }

  @Test
  void warnings_flagsOverriddenByTheEnvironment_areNamedWithoutTheirValues() throws Exception {
    Settings settings =
        resolve(
            Map.of("PAG_AUTHUSERS", "u=env", "PAG_CORS", "*"),
            Map.of(Setting.AUTH_USERS, "u=flag", Setting.API_LISTEN, ":1"));

    assertThat(settings.warnings())
        .containsExactly("flag --AuthUsers is overridden by environment variable PAG_AUTHUSERS");
  }

  @Test
  void read_badValue_namesItsOrigin() throws Exception {
    Files.writeString(directory.resolve("prom-agg-conf.yml"), "cors: bad");
    Settings settings =
        resolve(Map.of("PAG_MAXBODYBYTES", "bad"), Map.of(Setting.API_LISTEN, "bad"));

    assertThatThrownBy(() -> settings.read(Setting.CORS, SettingsTest::refuse))
        .hasMessage("bad value for cors in prom-agg-conf.yml: no");
    assertThatThrownBy(() -> settings.read(Setting.MAX_BODY_BYTES, SettingsTest::refuse))
        .hasMessage("bad value for PAG_MAXBODYBYTES: no");
    assertThatThrownBy(() -> settings.read(Setting.API_LISTEN, SettingsTest::refuse))
        .hasMessage("bad value for --apiListen: no");
  }

  private static String refuse(String text) {
    throw new IllegalArgumentException("no");
  }

  private String text(Setting setting, Map<String, String> env, Map<Setting, String> flags)
      throws UsageException {
    return resolve(env, flags).read(setting, text -> text);
  }

  private Settings resolve(Map<String, String> env, Map<Setting, String> flags)
      throws UsageException {
    return Settings.resolve(Environment.of(env), flags, directory);
  }
}
