package dev.pag.testing;

import java.util.Random;

/** Where random tests take their seed from. */
public final class Seeds {
  private static final String PROPERTY = "pag.seed";

  private Seeds() {}

  /**
   * The seed given with {@code -Dpag.seed=N}, else a new one. It is printed, so that a failure can
   * be repeated.
   */
  public static long next(Class<?> test) {
    long seed = Long.getLong(PROPERTY, new Random().nextLong());
    System.out.println(test.getSimpleName() + ": -D" + PROPERTY + "=" + seed);
    return seed;
  }
}
