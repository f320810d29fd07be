package dev.pag.aggregate;

import dev.pag.ascii.ByteWriter;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Checks a draft against what is stored by now, under the structure lock: types, names that would
 * show one series twice, and series that another push has created since they were looked up.
 */
final class DraftChecks {
  private static final String[] HISTOGRAM_SUFFIXES = {"_bucket", "_sum", "_count"};
  private static final String[] SUMMARY_SUFFIXES = {"_sum", "_count"};

  private final SeriesStore store;
  private final ByteWriter text = new ByteWriter(256);

  DraftChecks(SeriesStore store) {
    this.store = store;
  }

  /**
   * Checks the draft and moves what is known by now from it to {@code staging}.
   *
   * @throws PushRefusedException if a family is stored with another type or its name is taken
   */
  void check(Draft draft, Staging staging) throws PushRefusedException {
    for (DraftFamily family : draft.families()) {
      if (family.isSampled()) {
        checkFamily(draft, family);
      }
    }
    draft.moveKnownScalars(index -> moveScalar(draft, index, staging));
    for (DraftGroup group : draft.groups()) {
      findStored(group, staging);
      checkBounds(draft, group);
    }
  }

  private void checkFamily(Draft draft, DraftFamily family) throws PushRefusedException {
    Family stored = store.family(family.name());
    if (stored != null) {
      if (stored.type() != family.type()) {
        throw conflict(family, family.firstSampleLine(), "is stored as " + stored.type().text());
      }
      family.setStored(stored);
      return;
    }
    checkSampleNames(draft, family);
    checkIsNoSampleName(draft, family);
  }

  /** {@code x_count} can not be a family beside a histogram {@code x}. */
  private void checkIsNoSampleName(Draft draft, DraftFamily family) throws PushRefusedException {
    for (String suffix : HISTOGRAM_SUFFIXES) {
      if (family.name().endsWith(suffix)) {
        ByteKey base = family.name().withoutLast(suffix.length());
        MetricType type = sampledType(draft, base);
        for (String own : suffixes(type)) {
          if (own.equals(suffix)) {
            throw conflict(
                draft, base, family, "is a sample name of the " + type(type) + " '" + base + "'");
          }
        }
      }
    }
  }

  /** A histogram {@code x} can not be a family beside {@code x_count}. */
  private void checkSampleNames(Draft draft, DraftFamily family) throws PushRefusedException {
    for (String suffix : suffixes(family.type())) {
      ByteKey name = family.name().plus(suffix);
      if (sampledType(draft, name) != null) {
        throw conflict(
            draft, name, family, "would share its samples with the family '" + name + "'");
      }
    }
  }

  private static String type(@Nullable MetricType type) {
    return type == null ? "" : type.text();
  }

  private static String[] suffixes(@Nullable MetricType type) {
    return type == MetricType.HISTOGRAM
        ? HISTOGRAM_SUFFIXES
        : type == MetricType.SUMMARY ? SUMMARY_SUFFIXES : new String[0];
  }

  /** The type of a family that is stored or has samples in this push; else null. */
  private @Nullable MetricType sampledType(Draft draft, ByteKey name) {
    DraftFamily drafted = draft.family(name);
    if (drafted != null && drafted.isSampled()) {
      return drafted.type();
    }
    return store.familyTable().typeOf(name);
  }

  /** Points at the later of the two families, if both are of this push. */
  private static PushRefusedException conflict(
      Draft draft, ByteKey otherName, DraftFamily family, String what) {
    DraftFamily other = draft.family(otherName);
    int otherLine = other == null ? 0 : other.firstSampleLine();
    return conflict(family, Math.max(family.firstSampleLine(), otherLine), what);
  }

  private static PushRefusedException conflict(DraftFamily family, int line, String what) {
    return PushRefusedException.at(
        RefusalReason.TYPE_CONFLICT,
        line,
        1,
        "family '" + family.name() + "', pushed as " + family.type().text() + ", " + what);
  }

  private boolean moveScalar(Draft draft, int index, Staging staging) {
    Family family = draft.scalarFamily(index).stored();
    if (family == null) {
      return false;
    }
    byte[] keys = draft.bytes().array();
    int from = draft.scalarFrom(index);
    int to = draft.scalarTo(index);
    int address = store.samples().find(draft.scalarHash(index), 0, keys, from, to);
    if (address == SpellingTable.NONE) {
      return false;
    }
    double value = draft.scalarValue(index);
    double pushed = Double.isNaN(value) ? family.rule().neutral() : value;
    staging.add(store.samples().target(address), pushed, draft.scalarLine(index));
    return true;
  }

  private void findStored(DraftGroup group, Staging staging) throws PushRefusedException {
    int identity = find(group, DraftGroup.Part.COUNT, Double.NaN);
    if (identity == SpellingTable.NONE) {
      return;
    }
    group.setStored(store.resolve(store.samples().target(identity)));
    for (int entry = group.size() - 1; entry >= 0; entry--) {
      int address = find(group, group.part(entry), group.bound(entry));
      if (address != SpellingTable.NONE) {
        staging.add(store.samples().target(address), group.value(entry), group.line(entry));
        group.remove(entry);
      }
    }
  }

  private void checkBounds(Draft draft, DraftGroup group) throws PushRefusedException {
    int bounds = group.boundsOnly().length;
    if (bounds > 0 && group.stored() != DraftGroup.NOT_STORED) {
      bounds += store.blocks().boundCount(group.stored());
    }
    if (bounds > draft.maxBounds()) {
      throw PushRefusedException.at(
          RefusalReason.LIMIT,
          group.line(0),
          1,
          "more than " + draft.maxBounds() + " buckets or quantiles in one series");
    }
  }

  private int find(DraftGroup group, DraftGroup.Part part, double bound) {
    group.writeText(text, part, bound);
    SpellingTable samples = store.samples();
    long hash = samples.hash(0, text.array(), 0, text.size());
    return samples.find(hash, 0, text.array(), 0, text.size());
  }
}
