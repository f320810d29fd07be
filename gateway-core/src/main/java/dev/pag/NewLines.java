package dev.pag;

import dev.pag.aggregate.CellKind;
import dev.pag.aggregate.Draft;
import dev.pag.aggregate.DraftFamily;
import dev.pag.aggregate.Family;
import dev.pag.aggregate.PendingPush;
import dev.pag.aggregate.SeriesStore;
import dev.pag.aggregate.SpellingTable;
import dev.pag.ascii.AsciiTable;
import dev.pag.ascii.ByteWriter;
import dev.pag.ascii.Excerpt;
import dev.pag.model.ByteKey;
import dev.pag.model.LabelSet;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.model.SampleLine;
import dev.pag.model.SeriesText;
import dev.pag.parse.Line;
import dev.pag.parse.MetadataLine;
import dev.pag.parse.SampleLineParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The slow path: a line not known by its spelling is parsed, checked and brought to its canonical
 * text; a known series is staged, a new one noted in the draft.
 *
 * <p>Threads: one.
 */
final class NewLines {
  private final SeriesStore store;
  private final PendingPush pending;
  private final PushFamilies families;
  private final SampleLineParser parser;
  private final MetadataLine metadata;
  private final int maxLabels;

  private final Line line = new Line();
  private final SampleLine sample = new SampleLine();
  private final SampleRole role = new SampleRole();
  private final ByteWriter labels = new ByteWriter(256);
  private final ByteWriter key = new ByteWriter(256);

  private LabelSet pathLabels = LabelSet.EMPTY;
  private boolean keepsSpellings;
  private long accepted;
  private long skipped;

  NewLines(SeriesStore store, PendingPush pending, FamilyStates states, GatewayConfig config) {
    this.store = store;
    this.pending = pending;
    this.families = new PushFamilies(store, pending, states);
    this.parser = new SampleLineParser(config.maxLabels(), config.maxNameBytes());
    this.metadata = new MetadataLine(config.maxNameBytes());
    this.maxLabels = config.maxLabels();
  }

  /**
   * Begins a push.
   *
   * @param newKeepsSpellings false if spellings under these labels will not be kept
   */
  void begin(LabelSet newPathLabels, boolean newKeepsSpellings) {
    pathLabels = newPathLabels;
    keepsSpellings = newKeepsSpellings;
    accepted = 0;
    skipped = 0;
    families.begin();
  }

  /** True if the fast path may go on: known names mean what they meant. */
  boolean namesAreAsKnown() {
    return !families.newNames();
  }

  long accepted() {
    return accepted;
  }

  long skipped() {
    return skipped;
  }

  /** Reads {@code bytes[from, to)}, a line without its line feed. */
  void read(byte[] bytes, int from, int to, int number) throws PushRefusedException {
    line.set(bytes, from, to, number);
    int start = from;
    while (start < to && AsciiTable.isBlank(bytes[start])) {
      start++;
    }
    if (start < to && bytes[start] == '#') {
      readMetadata();
    } else if (start < to) {
      readSample();
    }
  }

  // HELP and TYPE.

  private void readMetadata() throws PushRefusedException {
    metadata.parse(line);
    if (metadata.kind() == MetadataLine.Kind.COMMENT) {
      return;
    }
    DraftFamily family =
        families.get(ByteKey.copyOf(line.bytes(), metadata.nameFrom(), metadata.nameTo()));
    if (metadata.kind() == MetadataLine.Kind.TYPE) {
      families.declare(family, metadata.type(), line);
    } else {
      families.describe(family, metadata.helpText(), line);
    }
    if (families.keepsMetadata(family)) {
      Draft draft = pending.draftForWriting();
      int start = draft.bytes().size();
      draft.bytes().append(line.bytes(), line.from(), line.to());
      boolean isType = metadata.kind() == MetadataLine.Kind.TYPE;
      draft.addMetadata(family, isType ? metadata.type() : null, start, draft.bytes().size());
    }
  }

  // Samples.

  private void readSample() throws PushRefusedException {
    parser.parse(line, sample);
    DraftFamily family = families.ofSample(sample);
    role.of(family, sample, pathLabels, line);
    checkPathLabels();
    double value = checkedValue();
    accepted++;
    if (role.kind() == CellKind.COUNTER && Double.isNaN(value)) {
      skipped++;
      return;
    }
    families.checkStoredType(family, line);
    families.sampled(family, sample.value(), line);
    writeKey();
    stage(family, value);
  }

  private void checkPathLabels() throws PushRefusedException {
    int count = pathLabels.size();
    for (int label = 0; label < sample.labelCount(); label++) {
      if (!sample.isValueEmpty(label)) {
        count++;
        checkNotInPath(label);
      }
    }
    if (count > maxLabels) {
      throw line.refusal(RefusalReason.LIMIT, "more than " + maxLabels + " labels");
    }
  }

  private void checkNotInPath(int label) throws PushRefusedException {
    for (int path = 0; path < pathLabels.size(); path++) {
      if (sample.isLabel(label, pathLabels.name(path))) {
        String name = new String(pathLabels.name(path), StandardCharsets.US_ASCII);
        throw line.refusal(
            RefusalReason.DUPLICATE,
            sample.labelFrom(label),
            "duplicate label " + name + ", which the path has too");
      }
    }
  }

  /** The value as it may be staged. */
  private double checkedValue() throws PushRefusedException {
    double value = sample.value();
    boolean counts = role.kind() == CellKind.COUNTER || role.kind() == CellKind.COUNT;
    if (!counts) {
      return role.kind() == CellKind.QUANTILE ? 0 : value;
    }
    if (Double.isNaN(value) && role.kind() == CellKind.COUNT) {
      throw invalidValue("a bucket or count must be a number");
    }
    if (value < 0) {
      throw invalidValue("a counter, bucket or count must not be negative");
    }
    if (value == Double.POSITIVE_INFINITY) {
      throw invalidValue("a counter, bucket or count must be finite");
    }
    return value;
  }

  private PushRefusedException invalidValue(String what) {
    return line.refusal(RefusalReason.INVALID, sample.valueFrom(), what);
  }

  /** Writes the label part without the bound to labels, and the canonical text to key. */
  private void writeKey() {
    labels.truncate(0);
    SeriesText.appendLabels(labels, sample, pathLabels, role.boundLabel());
    key.truncate(0);
    key.append(sample.bytes(), sample.from(), sample.nameTo());
    if (role.hasBound()) {
      SeriesText.appendWithBound(
          key, labels.array(), 0, labels.size(), role.boundName(), role.bound());
    } else {
      key.append(labels.array(), 0, labels.size());
    }
  }

  private void stage(DraftFamily family, double value) throws PushRefusedException {
    SpellingTable samples = store.samples();
    long hash = samples.hash(0, key.array(), 0, key.size());
    Family stored = family.stored();
    int record = samples.find(hash, 0, key.array(), 0, key.size());
    if (stored != null && record != SpellingTable.NONE) {
      long target = store.resolve(samples.target(record));
      if (store.familyOf(target) == stored) {
        double neutral = stored.rule().neutral();
        pending.staging().add(target, Double.isNaN(value) ? neutral : value, number());
        noteKnownSpelling(target);
        return;
      }
    }
    noteNew(family, hash, value);
  }

  private void noteKnownSpelling(long target) {
    if (keepsSpellings && !isCanonical() && store.keepsAlias(target)) {
      Draft draft = pending.draftForWriting();
      int keyFrom = draft.bytes().size();
      draft.bytes().append(key.array(), 0, key.size());
      noteSpelling(draft, keyFrom, draft.bytes().size());
    }
  }

  private void noteNew(DraftFamily family, long hash, double value) throws PushRefusedException {
    Draft draft = pending.draftForWriting();
    int keyFrom = draft.bytes().size();
    draft.bytes().append(key.array(), 0, key.size());
    int keyTo = draft.bytes().size();
    if (role.isGrouped()) {
      noteGrouped(draft, family, value);
    } else if (!draft.addScalar(family, keyFrom, keyTo, hash, value, number())) {
      throw duplicate();
    }
    if (keepsSpellings && !isCanonical()) {
      noteSpelling(draft, keyFrom, keyTo);
    }
  }

  private void noteGrouped(Draft draft, DraftFamily family, double value)
      throws PushRefusedException {
    byte[] labelPart = labels.toByteArray();
    ByteWriter identity = new ByteWriter(key.size() + 8);
    identity.append(family.name().bytes()).append("_count").append(labelPart);
    Draft.Added added =
        draft.addGrouped(
            family,
            ByteKey.copyOf(identity.array(), 0, identity.size()),
            labelPart,
            role.hasBound() ? role.bound() : Double.NaN,
            role.kind() == CellKind.SUM,
            Double.isNaN(value) ? 0 : value,
            number());
    if (added == Draft.Added.DUPLICATE) {
      throw duplicate();
    }
    if (added == Draft.Added.TOO_MANY_BOUNDS) {
      throw line.refusal(RefusalReason.LIMIT, "too many buckets or quantiles in one series");
    }
  }

  private void noteSpelling(Draft draft, int keyFrom, int keyTo) {
    int from = draft.bytes().size();
    draft.bytes().append(line.bytes(), line.from(), sample.seriesTo());
    draft.addAlias(from, draft.bytes().size(), keyFrom, keyTo);
  }

  /** True if the line begins with the canonical text, which needs no second record. */
  private boolean isCanonical() {
    return pathLabels.size() == 0
        && Arrays.equals(line.bytes(), line.from(), sample.seriesTo(), key.array(), 0, key.size());
  }

  private PushRefusedException duplicate() {
    return line.refusal(RefusalReason.DUPLICATE, "duplicate sample '" + excerpt() + "'");
  }

  private String excerpt() {
    return Excerpt.of(key.array(), 0, key.size());
  }

  private int number() {
    return (int) line.number();
  }
}
