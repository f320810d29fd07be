package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicAuthTest {
  @Test
  void accepts_noUsers_everybody() {
    BasicAuth open = BasicAuth.parse("");

    assertThat(open.required()).isFalse();
    assertThat(open.accepts(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann:one", "bob:a=b=", "eve:", "\u00e9ric:\u00fc"})
  void accepts_givenUser_yes(String credentials) {
    assertThat(users().accepts(basic(credentials))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann:two",
        "ann:on",
        "ann:onee",
        "ann:",
        "Ann:one",
        "bob:one",
        "one:ann",
        ":",
        "ann"
      })
  void accepts_anythingElse_no(String credentials) {
    assertThat(users().accepts(basic(credentials))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic ", "Basic ???", "Bearer YW5uOm9uZQ==", "YW5uOm9uZQ=="})
  void accepts_noBasicCredentials_no(String authorization) {
    assertThat(users().accepts(authorization)).isFalse();
  }

  @Test
  void accepts_schemeInAnyCase_yes() {
    assertThat(users().accepts(basic("ann:one").replace("Basic", "bASIC"))).isTrue();
    assertThat(users().accepts(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hush", "=hush", "a=x,hush", "a=x,=hush", "a=x,", "a:b=hush", "a=hush,a=hush2"})
  void parse_badEntry_refusedWithoutItsText(String users) {
    assertThatThrownBy(() -> BasicAuth.parse(users))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bad entry ")
        .hasMessageNotContaining("hush");
  }

  private static BasicAuth users() {
    return BasicAuth.parse("ann=one,bob=a=b=,eve=,\u00e9ric=\u00fc");
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
