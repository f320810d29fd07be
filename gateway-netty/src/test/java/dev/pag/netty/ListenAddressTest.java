package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
  @ParameterizedTest
  @CsvSource({
    ":80, '', 80",
    "0.0.0.0:8080, 0.0.0.0, 8080",
    "localhost:0, localhost, 0",
    "'[::1]:65535', '::1', 65535",
    "'[::]:80', '::', 80",
  })
  void parse_goForm_readAndPrintedAlike(String text, String host, int port) {
    ListenAddress address = ListenAddress.parse(text);

    assertThat(address).isEqualTo(new ListenAddress(host, port));
    assertThat(address).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "host",
        "host:",
        ":http",
        ":-1",
        ":+1",
        ":65536",
        ":99999999999",
        "::1:80",
        "[::1]",
        "[::1:80",
        "::1]:80",
        "a b:80",
        "http://a:80",
        "[]:80",
        ":\u0661"
      })
  void parse_otherForm_refusedInOneLine(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListenAddress.parse(text))
        .withMessageMatching("bad listen address '.*': .*");
  }

  @Test
  void toSocketAddress_noHost_isWildcard() {
    assertThat(ListenAddress.parse(":80").toSocketAddress().getAddress().isAnyLocalAddress())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a:1, a:1, true", "a:1, a:2, false", "a:1, b:1, false", "[::1]:0, [::1]:0, true"})
  void equals_hostAndPort(String left, String right, boolean equal) {
    ListenAddress address = ListenAddress.parse(left);

    assertThat(address.equals(ListenAddress.parse(right))).isEqualTo(equal);
    assertThat(address.hashCode() == ListenAddress.parse(right).hashCode()).isEqualTo(equal);
  }
}
