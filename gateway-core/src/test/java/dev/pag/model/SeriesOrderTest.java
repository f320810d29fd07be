package dev.pag.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesOrderTest {
  @Test
  void compare_anyLabelSets_likePairsInTurn() {
    Random random = new Random(11);
    for (int round = 0; round < 100_000; round++) {
      SortedMap<String, String> a = randomLabels(random);
      SortedMap<String, String> b = random.nextInt(4) == 0 ? a : randomLabels(random);
      byte[] aText = text(a);
      byte[] bText = text(b);

      int order = SeriesOrder.compare(aText, 0, aText.length, bText, 0, bText.length);

      assertThat(Integer.signum(order)).as("%s %s", a, b).isEqualTo(naive(a, b));
    }
  }

  private static int naive(Map<String, String> a, Map<String, String> b) {
    var right = b.entrySet().iterator();
    for (Map.Entry<String, String> left : a.entrySet()) {
      if (!right.hasNext()) {
        return 1;
      }
      Map.Entry<String, String> other = right.next();
      int order = bytewise(left.getKey(), other.getKey());
      order = order != 0 ? order : bytewise(left.getValue(), other.getValue());
      if (order != 0) {
        return order;
      }
    }
    return right.hasNext() ? -1 : 0;
  }

  private static int bytewise(String a, String b) {
    return Integer.signum(
        Arrays.compareUnsigned(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
  }

  private static SortedMap<String, String> randomLabels(Random random) {
    String[] names = {"a", "a1", "a_b", "b", "A"};
    String[] values = {"x", "x\"", "x\\", "x\n", "x!", "x=", "x,", "x}", "\u00e9", "xy", "x\t"};
    TreeMap<String, String> labels = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      labels.put(names[random.nextInt(names.length)], values[random.nextInt(values.length)]);
    }
    return labels;
  }

  private static byte[] text(SortedMap<String, String> labels) {
    LabelSet set = LabelSet.of(labels);
    return (set.size() == 0 ? "" : "{" + set + "}").getBytes(StandardCharsets.UTF_8);
  }
}
