package dev.pag.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedBodiesTest {
  private static final List<String> LINES = List.of("a{x=\"1\"} 1", "a{x=\"2\"} 2", "b{x=\"1\"} 3");
  private static final String BODY =
      """
      # TYPE a counter
      a{x="1"} 1
      a{x="2"} 2
      # TYPE b counter
      b{x="1"} 3
      """;

  @Test
  void body_hasOneTypeLineAFamily() {
    assertThat(new String(TypedBodies.of(LINES), US_ASCII)).isEqualTo(BODY);
  }

  @Test
  void fitting_countsTypeLines() {
    assertThat(TypedBodies.fitting(BODY.length(), LINES)).isEqualTo(LINES);
    assertThat(TypedBodies.fitting(BODY.length() - 1, LINES)).isEqualTo(LINES.subList(0, 2));
  }

  @Test
  void ofEach_lastBodyHasTheRest() {
    assertThat(TypedBodies.ofEach(2, LINES).stream().map(body -> new String(body, US_ASCII)))
        .containsExactly(
            "# TYPE a counter\na{x=\"1\"} 1\na{x=\"2\"} 2\n", "# TYPE b counter\nb{x=\"1\"} 3\n");
  }
}
