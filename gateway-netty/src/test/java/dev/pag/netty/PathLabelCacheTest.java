package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pag.PathLabels;
import dev.pag.model.PushRefusedException;
import org.junit.jupiter.api.Test;

class PathLabelCacheTest {
  private final PathLabelCache cache = new PathLabelCache();

  @Test
  void parse_samePathAgain_sameLabels() throws PushRefusedException {
    PathLabels first = cache.parse("/job/x");

    assertThat(cache.parse("/job/x")).isSameAs(first);
    assertThat(first.value("job")).isEqualTo("x");
  }

  @Test
  void parse_badPath_refusedEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> cache.parse("/job")).isInstanceOf(PushRefusedException.class);
    }
    assertThat(cache.size()).isZero();
  }

  @Test
  void parse_morePathsThanItKeeps_staysBounded() throws PushRefusedException {
    for (int i = 0; i < 3 * PathLabelCache.MAX_ENTRIES; i++) {
      assertThat(cache.parse("/job/" + i).value("job")).isEqualTo(Integer.toString(i));
      assertThat(cache.size()).isLessThanOrEqualTo(PathLabelCache.MAX_ENTRIES);
    }
  }

  @Test
  void parse_longPath_notKept() throws PushRefusedException {
    cache.parse("/job/" + "x".repeat(PathLabelCache.MAX_LENGTH));

    assertThat(cache.size()).isZero();
  }
}
