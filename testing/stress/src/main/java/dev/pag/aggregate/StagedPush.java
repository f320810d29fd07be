package dev.pag.aggregate;

import dev.pag.ascii.ByteWriter;
import dev.pag.ascii.SipHash;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.snapshot.BlockFrame;
import dev.pag.snapshot.Cells;
import dev.pag.snapshot.FamilyFrame;
import java.util.Arrays;

/**
 * A push as its session has staged it when the last byte came in: ready to be committed by an
 * actor.
 *
 * <p>What the store knows goes to the staging, the rest to the draft, as on the way of a line; only
 * the text in between is left out. All series are without labels. Threads: one.
 */
final class StagedPush {
  /** A cut that everything is below: shows the live values. */
  static final long NOW = Long.MAX_VALUE;

  private static final int MAX_BOUNDS = 500;
  private static final byte[] NO_LABELS = {};

  private final SeriesStore store;
  private final PendingPush pending;
  private final ByteWriter text = new ByteWriter(64);
  private int line;

  StagedPush(SeriesStore store) {
    this.store = store;
    this.pending = new PendingPush(store, MAX_BOUNDS);
  }

  static SeriesStore emptyStore() {
    return new SeriesStore(new SipHash(1, 2));
  }

  StagedPush sample(MetricType type, String name, double value) {
    DraftFamily family = family(type, name);
    text.truncate(0);
    text.append(family.name().bytes());
    long hash = hash();
    if (!stageKnown(family, hash, value)) {
      Draft draft = pending.draftForWriting();
      int from = draft.bytes().size();
      draft.bytes().append(text.array(), 0, text.size());
      draft.addScalar(family, from, draft.bytes().size(), hash, value, line);
    }
    return this;
  }

  /** One observation in each of the buckets up to {@code bounds}, ascending; each counts 1. */
  StagedPush histogram(String name, double... bounds) {
    return buckets(name, bounds).sumAndCount(name, bounds.length);
  }

  StagedPush buckets(String name, double... bounds) {
    DraftFamily family = family(MetricType.HISTOGRAM, name);
    for (int i = 0; i < bounds.length; i++) {
      part(family, DraftGroup.Part.BOUND, bounds[i], i + 1);
    }
    return this;
  }

  StagedPush sumAndCount(String name, int observations) {
    DraftFamily family = family(MetricType.HISTOGRAM, name);
    part(family, DraftGroup.Part.SUM, Double.NaN, observations);
    part(family, DraftGroup.Part.COUNT, Double.NaN, observations);
    return this;
  }

  private DraftFamily family(MetricType type, String name) {
    line++;
    ByteKey key = ByteKey.of(name);
    Draft draft = pending.draftForWriting();
    DraftFamily family = draft.family(key);
    if (family == null) {
      family = draft.addFamily(key, store.family(key));
      family.declare(type);
    }
    family.sampled(2, line);
    return family;
  }

  private void part(DraftFamily family, DraftGroup.Part part, double bound, double value) {
    text.truncate(0);
    new DraftGroup(family, NO_LABELS).writeText(text, part, bound);
    if (!stageKnown(family, hash(), value)) {
      boolean isSum = part == DraftGroup.Part.SUM;
      ByteKey identity = family.name().plus("_count");
      pending.draftForWriting().addGrouped(family, identity, NO_LABELS, bound, isSum, value, line);
    }
  }

  private long hash() {
    return store.samples().hash(0, text.array(), 0, text.size());
  }

  private boolean stageKnown(DraftFamily family, long hash, double value) {
    int record = store.samples().find(hash, 0, text.array(), 0, text.size());
    if (family.stored() == null || record == SpellingTable.NONE) {
      return false;
    }
    pending.staging().add(store.resolve(store.samples().target(record)), value, line);
    return true;
  }

  /** Commits; false if it was refused. */
  boolean commit() {
    try {
      pending.commit(() -> Creation.KEEP_NO_SPELLINGS);
      return true;
    } catch (PushRefusedException e) {
      return false;
    }
  }

  int newSeries() {
    return (int) pending.newSeries();
  }

  /** The first series' cells of a family at a cut, not cumulated; absent ones are 0. */
  static int[] cells(SeriesStore store, String name, long cut) {
    Family family = store.family(ByteKey.of(name));
    if (family == null) {
      return new int[0];
    }
    BlockFrame frame = new BlockFrame();
    FamilyFrame families = family.frame(cut);
    families.copyBlock(0, frame);
    int width = family.index().blocks()[0].layout().width();
    int[] values = new int[width];
    for (int component = 0; component < width; component++) {
      double value = frame.value(frame.firstCell(0) + component);
      values[component] = Cells.isAbsent(value) ? 0 : (int) value;
    }
    return values;
  }

  /** The same as text. */
  static String cellText(SeriesStore store, String name, long cut) {
    return Arrays.toString(cells(store, name, cut));
  }
}
