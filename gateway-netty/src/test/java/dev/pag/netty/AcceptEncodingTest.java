package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "*",
        "deflate, gzip",
        "gzip;q=0.001",
        "gzip ; q=1.000",
        "gzip;q=1.0,deflate;q=0.6,identity;q=0.3",
        "identity, gzip",
        "*;q=0.5",
        "gzip, *;q=0"
      })
  void prefersGzip_offered_yes(String field) {
    assertThat(AcceptEncoding.prefersGzip(List.of(field))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "deflate, br, zstd",
        "gzip;q=0",
        "gzip;q=0.000",
        "*;q=0",
        "gzip;q=0, *",
        "gzip;q=0.5, identity",
        "gzip;q=2",
        "gzip;q=-1",
        "gzip;q=x",
        "gzip;q=1.0001",
        "gzipped"
      })
  void prefersGzip_refusedOrUnknown_no(String field) {
    assertThat(AcceptEncoding.prefersGzip(List.of(field))).isFalse();
  }

  @Test
  void prefersGzip_severalFields_readAsOne() {
    assertThat(AcceptEncoding.prefersGzip(List.of())).isFalse();
    assertThat(AcceptEncoding.prefersGzip(List.of("br", "gzip"))).isTrue();
  }
}
