package dev.pag.snapshot;

/** The number that marks a cell as not there: not yet, or not for this series. */
public final class Cells {
  /** A NaN no arithmetic yields: sums of other NaNs keep the usual payload. */
  private static final long ABSENT_BITS = 0x7ff8_dead_0000_0001L;

  public static final double ABSENT = Double.longBitsToDouble(ABSENT_BITS);

  private Cells() {}

  public static boolean isAbsent(double cell) {
    return Double.doubleToRawLongBits(cell) == ABSENT_BITS;
  }
}
