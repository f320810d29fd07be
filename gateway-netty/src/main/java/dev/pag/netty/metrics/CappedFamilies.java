package dev.pag.netty.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the number of {@code family} labels bounded: a family that is shown stays shown while it
 * exists, a free place goes to the first family without one, and the rest is summed up.
 *
 * <p>Stable places matter more than fair ones: a family that moved in and out of the sum would look
 * like series that come and go.
 *
 * <p>Threads: any.
 */
final class CappedFamilies {
  private final int max;
  private final Set<String> shown = new HashSet<>();

  CappedFamilies(int max) {
    this.max = max;
  }

  /** The series of each shown family, and of all others together if there are any. */
  synchronized Map<String, Long> fold(Map<String, Long> seriesByFamily) {
    shown.retainAll(seriesByFamily.keySet());
    Map<String, Long> folded = new HashMap<>();
    seriesByFamily.forEach(
        (family, series) ->
            folded.merge(isShown(family) ? family : OwnMetrics.OTHER, series, Long::sum));
    return folded;
  }

  private boolean isShown(String family) {
    if (shown.contains(family)) {
      return true;
    }
    boolean room = shown.size() < max && !family.equals(OwnMetrics.OTHER);
    return room && shown.add(family);
  }
}
