package dev.pag.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Path labels are keys of a map that lives as long as the gateway, and a sender chooses them. If
 * their hashes can be made to collide they must have an order, or a look-up walks all of them.
 */
class LabelSetTest {
  @Test
  void hashes_thatCollide_haveAnOrderToFallBackOn() {
    LabelSet first = LabelSet.of(new TreeMap<>(Map.of("a", "AaAa")));
    LabelSet second = LabelSet.of(new TreeMap<>(Map.of("a", "BBBB")));

    boolean ordered = Comparable.class.isAssignableFrom(LabelSet.class);
    assertThat(ordered || first.hashCode() != second.hashCode()).isTrue();
  }
}
