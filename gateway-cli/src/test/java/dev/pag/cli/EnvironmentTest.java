package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  @ParameterizedTest
  @EnumSource
  void of_twinOfEachSetting_isItsValue(Setting setting) {
    Environment environment = Environment.of(Map.of(setting.envName(), "x"));

    assertThat(environment.values()).isEqualTo(Map.of(setting, "x"));
    assertThat(environment.warnings()).isEmpty();
  }

  @Test
  void of_emptyValue_isAbsent() {
    assertThat(Environment.of(Map.of("PAG_CORS", "")).values()).isEmpty();
  }

  @Test
  void of_unknownName_isWarnedAboutByNameOnly() {
    Environment environment = Environment.of(Map.of("PAG_AUTHUSER", "secret", "OTHER", "x"));

    assertThat(environment.warnings())
        .containsExactly(
            "unknown environment variable PAG_AUTHUSER is ignored; did you mean PAG_AUTHUSERS?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PAG_SERVICE_HOST",
        "PAG_SERVICE_PORT",
        "PAG_SERVICE_PORT_HTTP",
        "PAG_PORT",
        "PAG_PORT_80_TCP",
        "PAG_PORT_80_TCP_PROTO",
        "PAG_PORT_80_TCP_PORT",
        "PAG_PORT_80_TCP_ADDR",
        "PAG_LIFECYCLE_SERVICE_HOST",
        "PAG_LIFECYCLE_PORT_8888_TCP_ADDR"
      })
  void of_kubernetesServiceLink_isSilentlyIgnored(String name) {
    Environment environment = Environment.of(Map.of(name, "10.0.0.1"));

    assertThat(environment.values()).isEmpty();
    assertThat(environment.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isServiceLink_noTwinOfASetting(Setting setting) {
    assertThat(Environment.isServiceLink(setting.envName())).isFalse();
  }
}
