package dev.pag.aggregate;

import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * All stored families, by name in page order and by number.
 *
 * <p>Threads: any may read; additions only under the structure lock.
 */
final class FamilyTable {
  private final ConcurrentSkipListMap<ByteKey, Family> byName = new ConcurrentSkipListMap<>();
  private volatile Family[] byNumber = new Family[0];
  private int count;

  @Nullable Family get(ByteKey name) {
    return byName.get(name);
  }

  @Nullable MetricType typeOf(ByteKey name) {
    Family family = byName.get(name);
    return family == null ? null : family.type();
  }

  Family get(int number) {
    return byNumber[number];
  }

  /** In byte order of their names. */
  Collection<Family> all() {
    return byName.values();
  }

  int size() {
    return count;
  }

  /** The number of the family to be added next. */
  int nextNumber() {
    return count;
  }

  void add(Family family) {
    Family[] numbered = byNumber;
    if (count == numbered.length) {
      numbered = Arrays.copyOf(numbered, Math.max(16, count * 2));
    }
    numbered[count++] = family;
    byNumber = numbered;
    byName.put(family.name(), family);
  }
}
