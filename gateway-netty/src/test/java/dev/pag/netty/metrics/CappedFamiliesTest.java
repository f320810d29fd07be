package dev.pag.netty.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CappedFamiliesTest {
  private final CappedFamilies families = new CappedFamilies(2);

  @Test
  void fold_upToTheCap_changesNothing() {
    assertThat(fold(Map.of("a", 1L, "b", 2L))).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Test
  void fold_beyondTheCap_sumsTheRest() {
    assertThat(fold(Map.of("a", 1L, "b", 2L, "c", 3L, "d", 4L)))
        .isEqualTo(Map.of("a", 1L, "b", 2L, "other", 7L));
  }

  @Test
  void fold_laterSmallerName_doesNotTakeAPlace() {
    fold(Map.of("m", 1L, "n", 2L));

    assertThat(fold(Map.of("a", 5L, "m", 1L, "n", 2L)))
        .isEqualTo(Map.of("m", 1L, "n", 2L, "other", 5L));
  }

  @Test
  void fold_shownFamilyGone_givesItsPlaceToAFoldedOne() {
    fold(Map.of("a", 1L, "b", 2L, "c", 3L));

    assertThat(fold(Map.of("b", 2L, "c", 3L))).isEqualTo(Map.of("b", 2L, "c", 3L));
  }

  @Test
  void fold_familyNamedOther_joinsTheSum() {
    assertThat(fold(Map.of("a", 1L, "b", 2L, "c", 3L, "other", 4L)))
        .isEqualTo(Map.of("a", 1L, "b", 2L, "other", 7L));
  }

  private Map<String, Long> fold(Map<String, Long> seriesByFamily) {
    return families.fold(new TreeMap<>(seriesByFamily));
  }
}
