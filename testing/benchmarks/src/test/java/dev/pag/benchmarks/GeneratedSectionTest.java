package dev.pag.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GeneratedSectionTest {
  @Test
  void rewrite_keepsWhatIsWrittenByHand() {
    String document =
        "before\n" + GeneratedSection.BEGIN + "old\n" + GeneratedSection.END + "after\n";

    assertThat(GeneratedSection.rewrite(document, "new\n"))
        .isEqualTo(
            "before\n" + GeneratedSection.BEGIN + "new\n" + GeneratedSection.END + "after\n");
  }

  @Test
  void rewrite_withoutMarkers_isRefused() {
    assertThatThrownBy(() -> GeneratedSection.rewrite("text\n" + GeneratedSection.BEGIN, "new\n"))
        .hasMessageContaining("measured: end");
  }
}
