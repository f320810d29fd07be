package dev.pag.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void parse_nothing_isFullRunOfAllParts() {
    Options options = Options.parse();

    assertThat(options.mode()).isEqualTo(Mode.FULL);
    assertThat(options.parts()).containsExactly(Part.values());
    assertThat(options.json()).isNull();
    assertThat(options.docs()).isFalse();
    assertThat(options.flags()).isEmpty();
  }

  @Test
  void parse_all_areRead() {
    Options options =
        Options.parse(
            "--quick",
            "--only",
            "scrape,load",
            "--json",
            "out.json",
            "--docs",
            "--jvm",
            "-Xint -ea");

    assertThat(options.mode()).isEqualTo(Mode.QUICK);
    assertThat(options.parts()).containsExactly(Part.LOAD, Part.SCRAPE);
    assertThat(options.json()).isEqualTo(Path.of("out.json"));
    assertThat(options.docs()).isTrue();
    assertThat(options.flags()).containsExactly("-Xint", "-ea");
  }

  @Test
  void parse_unknownOptionOrPart_isRefused() {
    assertThatThrownBy(() -> Options.parse("--fast")).hasMessage("unknown option: --fast");
    assertThatThrownBy(() -> Options.parse("--only", "lod")).hasMessage("no such part: lod");
    assertThatThrownBy(() -> Options.parse("--json")).hasMessage("--json needs a value");
  }

  @Test
  void usage_namesEachPart() {
    for (Part part : Part.values()) {
      assertThat(Options.USAGE).contains(part.name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
