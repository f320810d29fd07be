package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.ascii.SipHash;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * An insertion against a look-up of the same key, by hash and by prediction: a record that is found
 * is whole.
 *
 * <p>Hunted: the table entry, or the limit of prediction, becoming visible before the bytes of the
 * record, before the page they lie on, or before the larger table the entry was put in. The results
 * are what the finder sees: target and key length, both 0 if it found nothing.
 */
final class SpellingTableStress {
  private static final int CONTEXT = 7;
  private static final long TARGET = 42;
  private static final byte[] KEY = "key_of_16_bytes_".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE = "key_of_16_bytes_ 1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = "other".getBytes(StandardCharsets.US_ASCII);

  /** As many records as the first table holds before it grows. */
  private static final int RECORDS_BEFORE_GROWTH = 170;

  /** Leaves less room on the first page than any record needs. */
  private static final byte[] PAGE_FILLER = new byte[(1 << 18) - 32];

  private static final SipHash HASHING = new SipHash(1, 2);
  private static final long HASH = HASHING.hash(KEY, 0, KEY.length, CONTEXT);

  private SpellingTableStress() {}

  private static int insert(SpellingTable table, byte[] key) {
    long hash = table.hash(CONTEXT, key, 0, key.length);
    return table.insert(hash, CONTEXT, key, 0, key.length, TARGET);
  }

  private static void find(SpellingTable table, JJ_Result r) {
    int record = table.find(HASH, CONTEXT, KEY, 0, KEY.length);
    if (record != SpellingTable.NONE) {
      SpellingCursor cursor = table.cursor();
      cursor.moveTo(record);
      look(cursor, r);
    }
  }

  private static void predict(SpellingTable table, int before, JJ_Result r) {
    SpellingCursor cursor = table.cursor();
    cursor.moveTo(before);
    cursor.refresh();
    if (cursor.advance()) {
      look(cursor, r);
    }
  }

  private static void look(SpellingCursor cursor, JJ_Result r) {
    boolean isWhole = cursor.matches(CONTEXT, LINE, 0, LINE.length, (byte) ' ');
    r.r1 = isWhole ? cursor.target() : -1;
    r.r2 = cursor.keyLength();
  }

  /** A concurrent map of immutable records. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "find -> insert")
  @Outcome(id = "42, 16", expect = ACCEPTABLE, desc = "insert -> find")
  @State
  public static class Model {
    private final ConcurrentHashMap<Long, long[]> records = new ConcurrentHashMap<>();

    @Actor
    public void inserter() {
      records.put(HASH, new long[] {TARGET, KEY.length});
    }

    @Actor
    public void finder(JJ_Result r) {
      long[] found = records.get(HASH);
      if (found != null) {
        r.r1 = found[0];
        r.r2 = found[1];
      }
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "find -> insert")
  @Outcome(id = "42, 16", expect = ACCEPTABLE, desc = "insert -> find")
  @State
  public static class ActualFind {
    private final SpellingTable table = new SpellingTable(HASHING);

    @Actor
    public void inserter() {
      insert(table, KEY);
    }

    @Actor
    public void finder(JJ_Result r) {
      find(table, r);
    }
  }

  /** The insertion makes the table of entries grow. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "find -> grow, insert")
  @Outcome(id = "42, 16", expect = ACCEPTABLE, desc = "grow, insert -> find")
  @State
  public static class ActualFindWhileGrowing {
    private final SpellingTable table = new SpellingTable(HASHING);

    public ActualFindWhileGrowing() {
      for (int i = 0; i < RECORDS_BEFORE_GROWTH; i++) {
        insert(table, new byte[] {1, (byte) i});
      }
    }

    @Actor
    public void inserter() {
      insert(table, KEY);
    }

    @Actor
    public void finder(JJ_Result r) {
      find(table, r);
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "predict -> insert")
  @Outcome(id = "42, 16", expect = ACCEPTABLE, desc = "insert -> predict")
  @State
  public static class ActualPrediction {
    private final SpellingTable table = new SpellingTable(HASHING);
    private final int before = insert(table, OTHER);

    @Actor
    public void inserter() {
      insert(table, KEY);
    }

    @Actor
    public void predictor(JJ_Result r) {
      predict(table, before, r);
    }
  }

  /** The record goes to a new page: the predictor must skip the rest of the old one. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "predict -> new page, insert")
  @Outcome(id = "42, 16", expect = ACCEPTABLE, desc = "new page, insert -> predict")
  @State
  public static class ActualPredictionAcrossPages {
    private final SpellingTable table = new SpellingTable(HASHING);
    private final int before = insert(table, PAGE_FILLER);

    @Actor
    public void inserter() {
      insert(table, KEY);
    }

    @Actor
    public void predictor(JJ_Result r) {
      predict(table, before, r);
    }
  }

  /** The limit is raised before the record is written, as a limit without order would allow. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "predict -> insert")
  @Outcome(id = "42, 16", expect = ACCEPTABLE, desc = "insert -> predict")
  @Outcome(
      id = "0, 16",
      expect = ACCEPTABLE_INTERESTING,
      desc = "raise limit, write length -> predict -> write target: half a record")
  @Outcome(
      id = "42, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "raise limit -> predict length -> write record -> predict target: half a record")
  @State
  public static class LimitBeforeRecord {
    private final long[] record = new long[2];
    private volatile int limit;

    @Actor
    public void inserter() {
      limit = 1;
      record[0] = KEY.length;
      record[1] = TARGET;
    }

    @Actor
    public void predictor(JJ_Result r) {
      if (limit == 1) {
        r.r2 = record[0];
        r.r1 = record[1];
      }
    }
  }
}
