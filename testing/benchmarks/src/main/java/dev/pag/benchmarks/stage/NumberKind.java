package dev.pag.benchmarks.stage;

import java.util.Locale;
import java.util.Random;

/** Values of one shape, as senders write them. */
public enum NumberKind {
  SMALL_INTEGER {
    @Override
    String text(Random random) {
      return Integer.toString(random.nextInt(100_000));
    }
  },
  SIX_DECIMALS {
    @Override
    String text(Random random) {
      return String.format(Locale.ROOT, "%.6f", 10 * random.nextDouble());
    }
  },
  SEVENTEEN_DIGITS {
    @Override
    String text(Random random) {
      return String.format(Locale.ROOT, "%.16f", 1 + 8 * random.nextDouble());
    }
  },
  EXPONENT {
    @Override
    String text(Random random) {
      return String.format(
          Locale.ROOT, "%.6fe+%02d", 1 + 8 * random.nextDouble(), 6 + random.nextInt(5));
    }
  },
  /** Four of five are small integers. */
  MIXED {
    @Override
    String text(Random random) {
      return random.nextInt(5) > 0 ? SMALL_INTEGER.text(random) : SIX_DECIMALS.text(random);
    }
  };

  /** Values of one run. */
  static final int COUNT = 1_000;

  abstract String text(Random random);

  String[] texts() {
    Random random = new Random(1);
    String[] texts = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      texts[i] = text(random);
    }
    return texts;
  }
}
