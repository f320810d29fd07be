package dev.pag;

import dev.pag.aggregate.CellKind;
import dev.pag.aggregate.Family;
import dev.pag.aggregate.MetadataTarget;
import dev.pag.aggregate.PendingPush;
import dev.pag.aggregate.SeriesStore;
import dev.pag.aggregate.SpellingCursor;
import dev.pag.aggregate.SpellingTable;
import dev.pag.aggregate.Staging;
import dev.pag.ascii.ByteSearch;
import dev.pag.ascii.DecimalReader;
import org.jspecify.annotations.Nullable;

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
  private static final int MAX_LOOKAHEAD = 4;

  private static final int NO_BLOCK = -1;
  private static final byte BLANK = ' ';
  private static final byte LF = '\n';

  private final SeriesStore store;
  private final SpellingTable samples;
  private final SpellingTable metadata;
  private final SpellingCursor sample;
  private final SpellingCursor metadataLine;
  private final PendingPush pending;
  private final Staging staging;
  private final FamilyStates states;
  private final int maxLineBytes;
  private final DecimalReader numbers = new DecimalReader();

  private int context;
  private boolean enabled;
  private int lookahead;
  private int firstSample = SpellingTable.NONE;
  private @Nullable Family family; // of the last sample
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
    this.sample = samples.cursor();
    this.metadataLine = metadata.cursor();
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
    sample.reset();
    metadataLine.reset();
    lookahead = MAX_LOOKAHEAD;
    family = null;
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
    sample.refresh();
    metadataLine.refresh();
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
    if (predict(bytes, from, to)) {
      predicted++;
    } else {
      int record = look(bytes, from, to);
      if (record == SpellingTable.NONE) {
        return UNKNOWN;
      }
      sample.moveTo(record);
    }
    return readValue(bytes, from, to, line);
  }

  /** Moves the cursor to the line's record if it is among those that are likely to come next. */
  private boolean predict(byte[] bytes, int from, int to) {
    int last = sample.address();
    if (last == SpellingTable.NONE) {
      return predictFirst(bytes, from, to);
    }
    for (int tries = lookahead; tries > 0 && sample.advance(); tries--) {
      if (sample.matches(context, bytes, from, to, BLANK)) {
        lookahead = MAX_LOOKAHEAD;
        return true;
      }
    }
    sample.moveTo(last);
    // A sender without any order is not worth more than one try a line.
    lookahead = Math.max(1, lookahead - 1);
    return false;
  }

  /** The push before began with this record: often this one is of the same sender or kind. */
  private boolean predictFirst(byte[] bytes, int from, int to) {
    if (firstSample != SpellingTable.NONE) {
      sample.moveTo(firstSample);
      if (sample.matches(context, bytes, from, to, BLANK)) {
        return true;
      }
      sample.reset();
    }
    return false;
  }

  /** Takes all before the last blank of the line for the key. */
  private int look(byte[] bytes, int from, int to) {
    int end = ByteSearch.indexOf(bytes, from, to, LF) - 1;
    while (end > from && bytes[end] != BLANK) {
      end--;
    }
    if (end <= from) {
      return SpellingTable.NONE;
    }
    return samples.find(samples.hash(context, bytes, from, end), context, bytes, from, end);
  }

  private int readValue(byte[] bytes, int lineFrom, int to, int line) {
    int from = lineFrom + sample.keyLength() + 1;
    int end = numbers.readPlain(bytes, from, to, LF);
    if (end == DecimalReader.NOT_READ) {
      end = ByteSearch.indexOf(bytes, from, to, LF);
      if (end < 0 || end - lineFrom > maxLineBytes || !numbers.read(bytes, from, end)) {
        return UNKNOWN;
      }
    }
    target = sample.target();
    if (SeriesStore.blockOf(target) != block && !enterBlock()) {
      return UNKNOWN;
    }
    double value = numbers.value();
    if (value >= 0 && value <= Double.MAX_VALUE) {
      staging.add(target, value, line);
    } else if (!stageUnusual(value, line)) {
      return UNKNOWN;
    }
    if (accepted++ == 0) {
      firstSample = sample.address();
    }
    return end;
  }

  /** Another block than the last sample's; false if this push has the family as another type. */
  private boolean enterBlock() {
    long present = store.resolve(target);
    if (present != target) {
      sample.retarget(present);
      target = present;
    }
    Family entered = store.familyOf(target);
    if (entered != family && !states.sample(entered)) {
      return false;
    }
    family = entered;
    block = SeriesStore.blockOf(target);
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
    if (!predictMetadata(bytes, from, to)) {
      int end = ByteSearch.indexOf(bytes, from, to, LF);
      if (end < 0) {
        return UNKNOWN;
      }
      int record = metadata.find(metadata.hash(0, bytes, from, end), 0, bytes, from, end);
      if (record == SpellingTable.NONE) {
        return UNKNOWN;
      }
      metadataLine.moveTo(record);
    }
    return note(metadataLine.target()) ? from + metadataLine.keyLength() : UNKNOWN;
  }

  private boolean predictMetadata(byte[] bytes, int from, int to) {
    int last = metadataLine.address();
    if (last == SpellingTable.NONE) {
      return false;
    }
    if (metadataLine.advance() && metadataLine.matches(0, bytes, from, to, LF)) {
      return true;
    }
    metadataLine.moveTo(last);
    return false;
  }

  private boolean note(long metadataTarget) {
    Family named = store.family(MetadataTarget.familyNumber(metadataTarget));
    return MetadataTarget.isHelp(metadataTarget)
        ? states.describe(named)
        : states.declare(named, MetadataTarget.type(metadataTarget));
  }
}
