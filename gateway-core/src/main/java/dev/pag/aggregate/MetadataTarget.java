package dev.pag.aggregate;

import dev.pag.model.MetricType;

/** What a known HELP or TYPE line stands for: a family, and the type if it is a TYPE line. */
public final class MetadataTarget {
  private static final int TYPE_BITS = 8;
  private static final int HELP = (1 << TYPE_BITS) - 1;

  private MetadataTarget() {}

  static long type(Family family, MetricType type) {
    return (long) family.number() << TYPE_BITS | type.code();
  }

  static long help(Family family) {
    return (long) family.number() << TYPE_BITS | HELP;
  }

  public static int familyNumber(long target) {
    return (int) (target >>> TYPE_BITS);
  }

  public static boolean isHelp(long target) {
    return ((int) target & HELP) == HELP;
  }

  /** The type of a TYPE line. */
  public static MetricType type(long target) {
    return MetricType.ofCode((int) target & HELP);
  }
}
