package dev.pag.aggregate;

import dev.pag.ascii.SipHash;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.snapshot.CommitGate;
import dev.pag.snapshot.FamilyFrame;
import dev.pag.snapshot.SeriesTexts;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is stored: families, their blocks of cells, and the spellings that lead to them.
 *
 * <p>Threads: any. Known cells are found without a lock and changed under their block's; what is
 * new is created under one structure lock, held for the commit of a push that brings something new
 * and never while waiting for anybody. Lock order: structure, then one block (and a block not yet
 * published).
 */
public final class SeriesStore implements SeriesTexts {
  private final SpellingTable samples;
  private final SpellingTable metadata;
  private final CommitGate gate = new CommitGate();
  private final BlockTable blocks = new BlockTable(gate);
  private final FamilyTable families = new FamilyTable();
  private final AtomicLong seriesCount = new AtomicLong();
  private final Object structure = new Object();

  public SeriesStore(SipHash hashing) {
    this.samples = new SpellingTable(hashing);
    this.metadata = new SpellingTable(hashing);
  }

  /** Spellings of series; a target is a cell. */
  public SpellingTable samples() {
    return samples;
  }

  /** HELP and TYPE lines; a target is a {@link MetadataTarget}. */
  public SpellingTable metadata() {
    return metadata;
  }

  public @Nullable Family family(ByteKey name) {
    return families.get(name);
  }

  /** The family with this {@link Family#number}. */
  public Family family(int number) {
    return families.get(number);
  }

  /** All families, in byte order of their names; weakly consistent. */
  public Collection<Family> families() {
    return Collections.unmodifiableCollection(families.all());
  }

  public long seriesCount() {
    return seriesCount.get();
  }

  /** The family that a cell belongs to. */
  public Family familyOf(long target) {
    return blocks.get(Home.block(target)).family();
  }

  /** Leads a target on if its series moved to another block. */
  public long resolve(long target) {
    return blocks.resolve(target);
  }

  /** The block number in a target: cells with the same one are of the same family. */
  public static int blockOf(long target) {
    return Home.block(target);
  }

  /** What kind of value the cell holds, in terms of what may be pushed to it. */
  public CellKind kindOf(long target) {
    Home home = blocks.get(Home.block(target));
    MetricType type = home.family().type();
    int component = Home.cell(target) % home.layout().width();
    return switch (type) {
      case COUNTER -> CellKind.COUNTER;
      case HISTOGRAM -> component == Layout.SUM ? CellKind.SUM : CellKind.COUNT;
      case SUMMARY ->
          component == Layout.SUM
              ? CellKind.SUM
              : component == Layout.COUNT ? CellKind.COUNT : CellKind.QUANTILE;
      default -> CellKind.FREE;
    };
  }

  /** True if one more spelling of the cell would be kept. */
  public boolean keepsAlias(long target) {
    return blocks.get(Home.block(target)) instanceof Block block
        && block.keepsAlias(Home.cell(target));
  }

  // Scrapes.

  /**
   * Holds the present state for {@link #frames} until {@link #release}. The same number as the last
   * time means the same state. Waits for commits under way, so never called on an event loop; one
   * thread.
   */
  public long hold() {
    return gate.hold();
  }

  /** Ends what {@link #hold} began. */
  public void release() {
    gate.release();
  }

  /** The families as they were at {@code cut}, which is held, in page order. */
  public Iterator<FamilyFrame> frames(long cut) {
    Iterator<Family> all = families.all().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public FamilyFrame next() {
        return all.next().frame(cut);
      }
    };
  }

  @Override
  public byte[] array(int address) {
    return samples.page(address);
  }

  @Override
  public int from(int address) {
    return SpellingTable.keyOffset(address);
  }

  @Override
  public int length(byte[] array, int address) {
    return SpellingTable.keyLength(array, SpellingTable.offset(address));
  }

  // For the commit, in this package.

  Object structureLock() {
    return structure;
  }

  BlockTable blocks() {
    return blocks;
  }

  FamilyTable familyTable() {
    return families;
  }

  CommitGate gate() {
    return gate;
  }

  void countSeries() {
    seriesCount.incrementAndGet();
  }
}
