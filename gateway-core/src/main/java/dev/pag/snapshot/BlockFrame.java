package dev.pag.snapshot;

/**
 * A copy of one block as it was at a cut: what the exposition renders from.
 *
 * <p>Series {@code i} on the page is slot {@code order[i]}; its component {@code c} is cell {@code
 * order[i] * width + c}, with value {@code values[cell]} ({@link Cells#ABSENT} if it was not there)
 * and series text {@code texts[cell]}, an address for the {@link SeriesTexts} of the family.
 *
 * <p>Re-filled block by block; arrays may be longer than what counts. Threads: one.
 */
public final class BlockFrame {
  private double[] values = new double[0];
  private short[] order = new short[0];
  private int[] texts = new int[0];
  private int size;
  private int width;
  private int[] shown = new int[0];
  private int shownBuckets;

  /** Makes room for {@code newSize} series of {@code newWidth} cells. */
  public void begin(int newSize, int newWidth, int[] newShown, int newShownBuckets) {
    size = newSize;
    width = newWidth;
    shown = newShown;
    shownBuckets = newShownBuckets;
    if (values.length < newSize * newWidth) {
      values = new double[newSize * newWidth];
    }
    if (order.length < newSize) {
      order = new short[newSize];
    }
  }

  /**
   * Copies the cells, order and text addresses in; {@code blockTexts} is kept, as it only grows.
   */
  public void fill(double[] cells, short[] blockOrder, int[] blockTexts) {
    System.arraycopy(cells, 0, values, 0, size * width);
    System.arraycopy(blockOrder, 0, order, 0, size);
    texts = blockTexts;
  }

  public int size() {
    return size;
  }

  /** True if each series has one cell. */
  public boolean isScalar() {
    return width == 1;
  }

  /** The first cell of the series at page position {@code index}. */
  public int firstCell(int index) {
    return order[index] * width;
  }

  public double value(int cell) {
    return values[cell];
  }

  public int text(int cell) {
    return texts[cell];
  }

  public int[] shown() {
    return shown;
  }

  public int shownBuckets() {
    return shownBuckets;
  }
}
