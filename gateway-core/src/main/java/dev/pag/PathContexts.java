package dev.pag;

import dev.pag.aggregate.Creation;
import dev.pag.model.LabelSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for path label sets, so that a spelling can be kept together with the labels it was
 * pushed under. A number is given at a push's commit, never for a refused one, and up to a bound:
 * past it pushes with new labels are read the slow way.
 *
 * <p>Threads: any.
 */
final class PathContexts {
  /** The context of pushes without path labels. */
  static final int NO_LABELS = 0;

  private final int max;
  private final ConcurrentHashMap<LabelSet, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger(NO_LABELS);

  PathContexts(int max) {
    this.max = max;
  }

  /** The number of {@code labels}, or null if it has none yet. */
  @Nullable Integer find(LabelSet labels) {
    return labels.size() == 0 ? Integer.valueOf(NO_LABELS) : numbers.get(labels);
  }

  boolean hasRoom() {
    return numbers.size() < max;
  }

  /** The number of {@code labels}, given now if need be and possible. */
  int findOrAdd(LabelSet labels) {
    Integer known = find(labels);
    if (known != null) {
      return known;
    }
    if (!hasRoom()) {
      return Creation.KEEP_NO_SPELLINGS;
    }
    return numbers.computeIfAbsent(labels, key -> last.incrementAndGet());
  }
}
