package dev.pag;

import dev.pag.aggregate.CellKind;
import dev.pag.aggregate.Family;
import dev.pag.aggregate.MetadataTarget;
import dev.pag.aggregate.PendingPush;
import dev.pag.aggregate.SeriesStore;
import dev.pag.aggregate.SpellingTable;
import dev.pag.aggregate.Staging;
import dev.pag.ascii.ByteSearch;
import dev.pag.ascii.DecimalReader;

/**
 * The fast path: lines whose key was seen before. Such a line costs a compare, a number and a
 * staged pair; it is not parsed and nothing is allocated.
 *
 * <p>Takes only the plain form {@code key, one blank, number, line feed}. Everything else, and
 * every line that must be refused, is {@link #UNKNOWN} and goes the slow way, with the same result.
 *
 * <p>Threads: one.
 */
final class KnownLines {
  /** The line is not for this path. */
  static final int UNKNOWN = -1;

  /** Records tried behind the last match before hashing: a sender may leave a few series out. */
  private static final int LOOKAHEAD = 4;

  private static final int NO_BLOCK = -1;
  private static final byte LF = '\n';

  private final SeriesStore store;
  private final SpellingTable samples;
  private final SpellingTable metadata;
  private final PendingPush pending;
  private final Staging staging;
  private final FamilyStates states;
  private final int maxLineBytes;
  private final DecimalReader numbers = new DecimalReader();

  private int context;
  private boolean enabled;
  private int samplesLimit;
  private int metadataLimit;
  private int sampleCursor;
  private int metadataCursor;
  private int block;
  private long target;
  private long accepted;
  private long skipped;
  private long predicted;

  KnownLines(SeriesStore store, PendingPush pending, FamilyStates states, int maxLineBytes) {
    this.maxLineBytes = maxLineBytes;
    this.store = store;
    this.samples = store.samples();
    this.metadata = store.metadata();
    this.pending = pending;
    this.staging = pending.staging();
    this.states = states;
  }

  /**
   * Begins a push.
   *
   * @param newContext under which its spellings are known
   * @param newEnabled false if there can be none
   */
  void begin(int newContext, boolean newEnabled) {
    context = newContext;
    enabled = newEnabled;
    sampleCursor = SpellingTable.NONE;
    metadataCursor = SpellingTable.NONE;
    block = NO_BLOCK;
    accepted = 0;
    skipped = 0;
    predicted = 0;
  }

  /** Leaves the rest of the push to the slow path. */
  void disable() {
    enabled = false;
  }

  /** Begins a chunk: records added since the last one may be predicted too. */
  void beginChunk() {
    samplesLimit = samples.limit();
    metadataLimit = metadata.limit();
  }

  /** Samples taken, skipped ones included. */
  long accepted() {
    return accepted;
  }

  /** NaN samples of counters. */
  long skipped() {
    return skipped;
  }

  /** Samples found by prediction, without hashing. */
  long predicted() {
    return predicted;
  }

  /**
   * Reads the line at {@code bytes[from]} if it is known.
   *
   * @return the index of its line feed, or {@link #UNKNOWN}
   */
  int read(byte[] bytes, int from, int to, int line) {
    if (!enabled) {
      return UNKNOWN;
    }
    if (bytes[from] == '#') {
      return readMetadata(bytes, from, to);
    }
    int record = predict(bytes, from, to);
    if (record == SpellingTable.NONE) {
      record = look(bytes, from, to);
      if (record == SpellingTable.NONE) {
        return UNKNOWN;
      }
    } else {
      predicted++;
    }
    sampleCursor = record;
    return readValue(record, bytes, from, to, line);
  }

  private int predict(byte[] bytes, int from, int to) {
    int record = sampleCursor;
    for (int tries = 0; tries < LOOKAHEAD && record != SpellingTable.NONE; tries++) {
      record = samples.next(record, samplesLimit);
      if (record != SpellingTable.NONE && isKeyOf(record, bytes, from, to)) {
        return record;
      }
    }
    return SpellingTable.NONE;
  }

  private boolean isKeyOf(int record, byte[] bytes, int from, int to) {
    int end = from + samples.keyLength(record);
    return end < to && bytes[end] == ' ' && samples.startsWith(record, context, bytes, from, to);
  }

  /** Takes all before the last blank of the line for the key. */
  private int look(byte[] bytes, int from, int to) {
    int end = ByteSearch.indexOf(bytes, from, to, LF) - 1;
    while (end > from && bytes[end] != ' ') {
      end--;
    }
    if (end <= from) {
      return SpellingTable.NONE;
    }
    return samples.find(samples.hash(context, bytes, from, end), context, bytes, from, end);
  }

  private int readValue(int record, byte[] bytes, int lineFrom, int to, int line) {
    int from = lineFrom + samples.keyLength(record) + 1;
    int end = numbers.readPlain(bytes, from, to, LF);
    if (end == DecimalReader.NOT_READ) {
      end = ByteSearch.indexOf(bytes, from, to, LF);
      if (end < 0 || end - lineFrom > maxLineBytes || !numbers.read(bytes, from, end)) {
        return UNKNOWN;
      }
    }
    if (!enter(record)) {
      return UNKNOWN;
    }
    double value = numbers.value();
    if (value >= 0 && value <= Double.MAX_VALUE) {
      staging.add(target, value, line);
    } else if (!stageUnusual(value, line)) {
      return UNKNOWN;
    }
    accepted++;
    return end;
  }

  /** Sets the target; false if this push speaks of the family as of another type. */
  private boolean enter(int record) {
    target = samples.target(record);
    if (SeriesStore.blockOf(target) != block) {
      long present = store.resolve(target);
      if (present != target) {
        samples.retarget(record, present);
        target = present;
      }
      if (!states.sample(store.familyOf(target))) {
        return false;
      }
      block = SeriesStore.blockOf(target);
    }
    return true;
  }

  /** Stages a negative or infinite value or NaN; false if the cell's kind refuses it. */
  private boolean stageUnusual(double value, int line) {
    CellKind kind = store.kindOf(target);
    switch (kind) {
      case COUNTER -> {
        skipped += Double.isNaN(value) ? 1 : 0;
        return Double.isNaN(value);
      }
      case COUNT -> {
        return false;
      }
      case QUANTILE -> {
        staging.add(target, 0, line);
        return true;
      }
      default -> {
        double neutral = store.familyOf(target).rule().neutral();
        staging.add(target, Double.isNaN(value) ? neutral : value, line);
        return true;
      }
    }
  }

  // HELP and TYPE.

  private int readMetadata(byte[] bytes, int from, int to) {
    if (pending.draft() != null) {
      // A family that is new in this push may be stored by another one meanwhile: by name, then.
      return UNKNOWN;
    }
    int record = predictMetadata(bytes, from, to);
    if (record == SpellingTable.NONE) {
      int end = ByteSearch.indexOf(bytes, from, to, LF);
      if (end < 0) {
        return UNKNOWN;
      }
      record = metadata.find(metadata.hash(0, bytes, from, end), 0, bytes, from, end);
    }
    if (record == SpellingTable.NONE || !note(metadata.target(record))) {
      return UNKNOWN;
    }
    metadataCursor = record;
    return from + metadata.keyLength(record);
  }

  private int predictMetadata(byte[] bytes, int from, int to) {
    if (metadataCursor == SpellingTable.NONE) {
      return SpellingTable.NONE;
    }
    int record = metadata.next(metadataCursor, metadataLimit);
    if (record == SpellingTable.NONE || !metadata.startsWith(record, 0, bytes, from, to)) {
      return SpellingTable.NONE;
    }
    int end = from + metadata.keyLength(record);
    return end < to && bytes[end] == LF ? record : SpellingTable.NONE;
  }

  private boolean note(long metadataTarget) {
    Family family = store.family(MetadataTarget.familyNumber(metadataTarget));
    return MetadataTarget.isHelp(metadataTarget)
        ? states.describe(family)
        : states.declare(family, MetadataTarget.type(metadataTarget));
  }
}
