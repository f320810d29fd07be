package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {
  private static final String HOST = "gateway.example.net:8080";

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "https://app.example.com"})
  void judge_noOriginOrOwn_nothingAdded(String policy) {
    CorsPolicy cors = CorsPolicy.parse(policy);

    assertThat(cors.judge(List.of(), HOST)).isEqualTo(CorsVerdict.SAME_ORIGIN);
    assertThat(cors.judge(List.of("http://" + HOST), HOST)).isEqualTo(CorsVerdict.SAME_ORIGIN);
    assertThat(cors.judge(List.of("https://" + HOST), HOST)).isEqualTo(CorsVerdict.SAME_ORIGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, https://app.example.com",
    "https://app.example.com, HTTPS://App.Example.com",
    "'https://a.com, https://b.com', https://b.com",
    "http://localhost:3000, http://localhost:3000",
    "'http://[::1]:3000', 'http://[::1]:3000'",
    "https://*.example.com, https://app.example.com",
    "https://*.example.com, https://a.b.example.com",
    "https://*.example.com:8443, https://a.example.com:8443",
    "capacitor://localhost, capacitor://localhost",
  })
  void judge_originInList_echoed(String policy, String origin) {
    assertThat(CorsPolicy.parse(policy).judge(List.of(origin), HOST))
        .isEqualTo(CorsVerdict.echo(origin));
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://app.example.com",
    "https://app.example.com, http://app.example.com",
    "https://app.example.com, https://app.example.com:444",
    "https://app.example.com, https://app.example.com.evil.net",
    "https://app.example.com, https://evil.net/app.example.com",
    "https://app.example.com, null",
    "https://*.example.com, https://example.com",
    "https://*.example.com, https://.example.com",
    "https://*.example.com, https://evilexample.com",
    "https://*.example.com, https://evil.net/.example.com",
    "https://*.example.com, https://evil.net:80.example.com",
    "https://*.example.com, https://user@x.example.com",
    "https://*.example.com, https://a..example.com",
    "https://*.example.com, http://a.example.com",
    "https://*.example.com, https://a.example.com:8443",
  })
  void judge_otherOrigin_refused(String policy, String origin) {
    assertThat(CorsPolicy.parse(policy).judge(List.of(origin), HOST))
        .isEqualTo(CorsVerdict.REFUSED);
  }

  @Test
  void judge_star_anyOriginButNotTwo() {
    CorsPolicy any = CorsPolicy.parse("*");

    assertThat(any.judge(List.of("null"), HOST)).isEqualTo(CorsVerdict.ANY);
    assertThat(any.judge(List.of("https://a.com", "https://b.com"), HOST))
        .isEqualTo(CorsVerdict.REFUSED);
  }

  @Test
  void judge_noHost_noOriginIsOwn() {
    CorsPolicy none = CorsPolicy.parse("");

    assertThat(none.judge(List.of("http://"), null)).isEqualTo(CorsVerdict.REFUSED);
    assertThat(none.judge(List.of("http://"), "")).isEqualTo(CorsVerdict.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com", "https://", "://a", "https://a.com/", "https://a.com/path", "https://a b",
        "*,https://a.com", "https://*", "https://*.", "https://a.*.com", "https://a.com,", "null",
        "https://u@a.com", "https://a.com:", "https://a.com:x", "1s://a", "https://[/]",
            "https://a..b"
      })
  void parse_neither_refused(String policy) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorsPolicy.parse(policy))
        .withMessageMatching("bad origin '.*': .*");
  }
}
