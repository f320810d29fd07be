package dev.pag.aggregate;

import dev.pag.ascii.ByteWriter;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import org.jspecify.annotations.Nullable;

/**
 * Creates what a checked draft holds, under the structure lock: families, series, cells, spellings.
 * It can not fail any more. New values go to the staging, to be merged with the others.
 */
public final class Creation {
  /** In place of a context number: the push's labels got none, so its spellings are not kept. */
  public static final int KEEP_NO_SPELLINGS = -1;

  /** How much longer than the canonical text a spelling may be to be kept. */
  private static final int MAX_ALIAS_EXCESS = 64;

  private static final int MAX_METADATA_BYTES = 1024;
  private static final double[] NO_BOUNDS = {};

  private final SeriesStore store;
  private final Draft draft;
  private final Staging staging;
  private final long epoch;
  private final ByteWriter text = new ByteWriter(256);
  private long newSeries;

  Creation(SeriesStore store, Draft draft, Staging staging, long epoch) {
    this.store = store;
    this.draft = draft;
    this.staging = staging;
    this.epoch = epoch;
  }

  long newSeries() {
    return newSeries;
  }

  void run(int context) {
    for (DraftFamily family : draft.families()) {
      if (family.isSampled()) {
        createFamily(family);
      }
    }
    for (int index = 0; index < draft.scalarCount(); index++) {
      if (!draft.isScalarKnown(index)) {
        createScalar(index);
      }
    }
    for (DraftGroup group : draft.groups()) {
      createGroup(group);
    }
    if (context != KEEP_NO_SPELLINGS) {
      keepAliases(context);
    }
    keepMetadata();
  }

  // Families.

  private void createFamily(DraftFamily drafted) {
    Family family = drafted.stored();
    if (family == null) {
      family =
          new Family(
              store.familyTable().nextNumber(),
              drafted.name(),
              drafted.type(),
              ruleOf(drafted),
              store.blocks(),
              store.samples());
      store.familyTable().add(family);
      drafted.setStored(family);
    }
    byte[] help = drafted.help();
    if (help != null) {
      family.offerHelp(help, epoch);
    }
  }

  private MergeRule ruleOf(DraftFamily family) {
    if (family.type() != MetricType.GAUGE) {
      return MergeRule.SUM;
    }
    if (family.name().endsWith("_info") && family.isOnlyOnes()) {
      return MergeRule.MAX;
    }
    return isCreatedTime(family.name()) ? MergeRule.MIN : MergeRule.SUM;
  }

  /** {@code x_created} beside a counter {@code x} or {@code x_total}, a histogram or summary x. */
  private boolean isCreatedTime(ByteKey name) {
    if (!name.endsWith("_created")) {
      return false;
    }
    ByteKey base = name.withoutLast("_created".length());
    MetricType type = typeOf(base);
    return type == MetricType.COUNTER
        || type == MetricType.HISTOGRAM
        || type == MetricType.SUMMARY
        || typeOf(base.plus("_total")) == MetricType.COUNTER;
  }

  private @Nullable MetricType typeOf(ByteKey name) {
    DraftFamily drafted = draft.family(name);
    return drafted != null ? drafted.type() : store.familyTable().typeOf(name);
  }

  private static Family storedFamily(DraftFamily drafted) {
    Family family = drafted.stored();
    if (family == null) {
      throw new IllegalStateException("bug: no family " + drafted.name());
    }
    return family;
  }

  // Series.

  private void createScalar(int index) {
    Family family = storedFamily(draft.scalarFamily(index));
    double value = draft.scalarValue(index);
    if (Double.isNaN(value) && family.rule() != MergeRule.SUM) {
      return; // a least or greatest value of nothing: there is none to show
    }
    byte[] keys = draft.bytes().array();
    int from = draft.scalarFrom(index);
    int to = draft.scalarTo(index);
    long target = family.index().insert(keys, from + family.identityPrefix(), to, NO_BOUNDS, epoch);
    int address = store.samples().write(0, keys, from, to, target);
    addCell(family, target, address);
    store.samples().publish(draft.scalarHash(index), address);
    countSeries(family);
    if (!Double.isNaN(value)) {
      staging.add(target, value, draft.scalarLine(index));
    }
  }

  private void createGroup(DraftGroup group) {
    if (group.size() == 0) {
      return;
    }
    Family family = storedFamily(group.family());
    boolean isNew = group.stored() == DraftGroup.NOT_STORED;
    long series = isNew ? insertGroup(family, group) : widenGroup(family, group);
    for (int entry = 0; entry < group.size(); entry++) {
      long cell = cellOf(series, group.part(entry), group.bound(entry));
      ensureCell(family, group, group.part(entry), group.bound(entry), cell);
      double value = group.value(entry);
      if (!Double.isNaN(value) && !isQuantile(family, group.part(entry))) {
        staging.add(cell, value, group.line(entry));
      }
    }
    if (isNew) {
      ensureFixedCells(family, group, series);
      countSeries(family);
    }
  }

  private static boolean isQuantile(Family family, DraftGroup.Part part) {
    return family.type() == MetricType.SUMMARY && part == DraftGroup.Part.BOUND;
  }

  /** Count and sum are shown even if they were not pushed. */
  private void ensureFixedCells(Family family, DraftGroup group, long series) {
    ensureCell(family, group, DraftGroup.Part.COUNT, Double.NaN, series + Layout.COUNT);
    ensureCell(family, group, DraftGroup.Part.SUM, Double.NaN, series + Layout.SUM);
  }

  private long insertGroup(Family family, DraftGroup group) {
    group.writeText(text, DraftGroup.Part.COUNT, Double.NaN);
    int labelsFrom = text.size() - group.labelsLength();
    return family.index().insert(text.array(), labelsFrom, text.size(), group.boundsOnly(), epoch);
  }

  private long widenGroup(Family family, DraftGroup group) {
    long series = store.resolve(group.stored());
    Block block = block(series);
    int slot = Home.cell(series) / block.layout().width();
    return family.index().widen(block, slot, group.boundsOnly(), epoch);
  }

  private long cellOf(long series, DraftGroup.Part part, double bound) {
    return switch (part) {
      case COUNT -> series + Layout.COUNT;
      case SUM -> series + Layout.SUM;
      default -> series + block(series).layout().componentOf(bound);
    };
  }

  private void ensureCell(
      Family family, DraftGroup group, DraftGroup.Part part, double bound, long target) {
    if (block(target).hasCell(Home.cell(target))) {
      return;
    }
    group.writeText(text, part, bound);
    long hash = store.samples().hash(0, text.array(), 0, text.size());
    int address = store.samples().write(0, text.array(), 0, text.size(), target);
    addCell(family, target, address);
    store.samples().publish(hash, address);
  }

  private void addCell(Family family, long target, int address) {
    block(target).addCell(Home.cell(target), address, epoch, family.rule());
  }

  private Block block(long target) {
    return (Block) store.blocks().get(Home.block(target));
  }

  private void countSeries(Family family) {
    family.countSeries();
    store.countSeries();
    newSeries++;
  }

  // Spellings.

  private void keepAliases(int context) {
    SpellingTable samples = store.samples();
    byte[] bytes = draft.bytes().array();
    for (int alias = 0; alias < draft.aliasCount(); alias++) {
      int from = draft.aliasFrom(alias);
      int to = draft.aliasTo(alias);
      int keyFrom = draft.aliasKeyFrom(alias);
      int keyTo = draft.aliasKeyTo(alias);
      if (to - from > keyTo - keyFrom + MAX_ALIAS_EXCESS) {
        continue;
      }
      long hash = samples.hash(context, bytes, from, to);
      if (samples.find(hash, context, bytes, from, to) == SpellingTable.NONE) {
        long keyHash = samples.hash(0, bytes, keyFrom, keyTo);
        int canonical = samples.find(keyHash, 0, bytes, keyFrom, keyTo);
        if (canonical == SpellingTable.NONE) {
          continue; // its series was not worth creating
        }
        long target = store.resolve(samples.target(canonical));
        if (block(target).countAlias(Home.cell(target))) {
          samples.insert(hash, context, bytes, from, to, target);
        }
      }
    }
  }

  private void keepMetadata() {
    SpellingTable metadata = store.metadata();
    byte[] bytes = draft.bytes().array();
    for (int index = 0; index < draft.metadataCount(); index++) {
      Family family = draft.metadataFamily(index).stored();
      int from = draft.metadataFrom(index);
      int to = draft.metadataTo(index);
      boolean isHelp = draft.metadataType(index) == null;
      // A HELP line that was dropped for want of samples must not pass for known.
      if (family == null || to - from > MAX_METADATA_BYTES || (isHelp && !family.hasHelp())) {
        continue;
      }
      long hash = metadata.hash(0, bytes, from, to);
      if (metadata.find(hash, 0, bytes, from, to) == SpellingTable.NONE && family.keepsMetadata()) {
        family.countMetadataSpelling();
        MetricType type = draft.metadataType(index);
        long target =
            type == null ? MetadataTarget.help(family) : MetadataTarget.type(family, type);
        metadata.insert(hash, 0, bytes, from, to, target);
      }
    }
  }
}
