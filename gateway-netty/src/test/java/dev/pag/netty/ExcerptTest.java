package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void of_controlAndForeignCharacters_escaped() {
    assertThat(Excerpt.of("a\r\n\0\u007f\u00e9\u20ac\\"))
        .isEqualTo("a\\x0d\\x0a\\x00\\x7f\\xe9\\u20ac\\\\");
  }

  @Test
  void of_longText_cutBetweenEscapes() {
    assertThat(Excerpt.of("a".repeat(64))).isEqualTo("a".repeat(64));
    assertThat(Excerpt.of("a".repeat(62) + "\n\n")).isEqualTo("a".repeat(62) + "...");
  }
}
