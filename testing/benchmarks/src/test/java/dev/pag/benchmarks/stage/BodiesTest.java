package dev.pag.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final byte[] LINES = bytes("a 1\nbb 2\nccc 3\ndddd 4\n");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String[] texts(byte[][] bodies) {
    return Arrays.stream(bodies)
        .map(body -> new String(body, StandardCharsets.US_ASCII))
        .toArray(String[]::new);
  }

  @Test
  void ofBytes_asManyLinesAsFit() {
    assertThat(texts(Bodies.ofBytes(LINES, 9)))
        .containsExactly("a 1\nbb 2\n", "ccc 3\n", "dddd 4\n");
  }

  @Test
  void ofBytes_lineLongerThanThat_aloneInItsBody() {
    assertThat(texts(Bodies.ofBytes(LINES, 5)))
        .containsExactly("a 1\n", "bb 2\n", "ccc 3\n", "dddd 4\n");
  }

  @Test
  void ofLines_restIsShorter() {
    assertThat(texts(Bodies.ofLines(LINES, 3))).containsExactly("a 1\nbb 2\nccc 3\n", "dddd 4\n");
  }

  @Test
  void keyBytes_whatStandsBeforeTheLastBlank() {
    byte[][] bodies = {bytes("a{b=\"c d\"} 1\n"), bytes("e 2\nff 3\n")};

    assertThat(Bodies.keyBytes(bodies)).isEqualTo("a{b=\"c d\"}".length() + 1 + 2);
  }
}
