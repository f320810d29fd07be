package dev.pag.aggregate;

import dev.pag.model.MetricType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which cells a series has, in the order of their numbers (its components); shared by all series of
 * a block.
 *
 * <p>A counter, gauge or untyped series has one component. A histogram or summary has its count,
 * its sum, then a component for each bound in order of arrival. New bounds go to the end, so a
 * component keeps its number when a layout grows. Immutable.
 *
 * <p>A histogram's bound component holds the count of that bucket alone, not the cumulative count
 * of the format: so layouts merge by plain addition, and the page cumulates again. A summary's
 * bound (quantile) components exist so that a line sent twice is found; they are never shown.
 */
public final class Layout {
  public static final int VALUE = 0;
  public static final int COUNT = 0;
  public static final int SUM = 1;
  public static final int FIRST_BOUND = 2;
  public static final int NO_COMPONENT = -1;

  private static final Layout SCALAR = new Layout(false, false, new double[0]);
  private static final Layout EMPTY_SUMMARY = new Layout(true, false, new double[0]);
  private static final Layout EMPTY_HISTOGRAM =
      new Layout(true, true, new double[] {Double.POSITIVE_INFINITY});

  private final boolean grouped;
  private final boolean showsBounds;
  private final double[] bounds;
  private final int[] shown;

  private Layout(boolean grouped, boolean showsBounds, double[] bounds) {
    this.grouped = grouped;
    this.showsBounds = showsBounds;
    this.bounds = bounds;
    this.shown = grouped ? shown(showsBounds, bounds) : new int[] {VALUE};
  }

  /** The layout of a new series of {@code type}; a histogram always has the bound +Inf. */
  public static Layout initial(MetricType type) {
    return switch (type) {
      case HISTOGRAM -> EMPTY_HISTOGRAM;
      case SUMMARY -> EMPTY_SUMMARY;
      default -> SCALAR;
    };
  }

  private static int[] shown(boolean showsBounds, double[] bounds) {
    int buckets = showsBounds ? bounds.length : 0;
    IntStream ascending =
        IntStream.range(0, buckets)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> bounds[i]))
            .mapToInt(i -> FIRST_BOUND + i);
    return IntStream.concat(ascending, IntStream.of(SUM, COUNT)).toArray();
  }

  private static int indexOf(double[] bounds, double bound) {
    for (int i = 0; i < bounds.length; i++) {
      if (bounds[i] == bound) {
        return i;
      }
    }
    return -1;
  }

  /** This layout with those of {@code wanted} that it lacks behind its own; itself if none. */
  Layout including(double[] wanted) {
    double[] more = Arrays.copyOf(bounds, bounds.length + wanted.length);
    int count = bounds.length;
    for (double bound : wanted) {
      if (indexOf(bounds, bound) < 0) {
        more[count++] = bound;
      }
    }
    if (count == bounds.length) {
      return this;
    }
    return new Layout(grouped, showsBounds, Arrays.copyOf(more, count));
  }

  /** Components, and so cells, of one series. */
  public int width() {
    return grouped ? FIRST_BOUND + bounds.length : 1;
  }

  /** True for histograms and summaries. */
  public boolean isGrouped() {
    return grouped;
  }

  /** The component of {@code bound}, or {@link #NO_COMPONENT}; bounds compare as numbers. */
  int componentOf(double bound) {
    int index = indexOf(bounds, bound);
    return index < 0 ? NO_COMPONENT : FIRST_BOUND + index;
  }

  /** The upper bound or quantile of a bound component. */
  double bound(int component) {
    return bounds[component - FIRST_BOUND];
  }

  int boundCount() {
    return bounds.length;
  }

  /** The components a page shows, in its order: ascending buckets, sum, count. Never written to. */
  public int[] shown() {
    return shown;
  }

  /** How many of {@link #shown} are buckets to be cumulated; they come first. */
  public int shownBuckets() {
    return showsBounds ? bounds.length : 0;
  }
}
