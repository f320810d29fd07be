package dev.pag.aggregate;

import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.snapshot.BlockFrame;
import dev.pag.snapshot.CommitGate;
import dev.pag.snapshot.FamilyFrame;
import org.jspecify.annotations.Nullable;

/**
 * One stored metric family.
 *
 * <p>Threads: any may read; changes only under the structure lock.
 */
public final class Family {
  /** Spellings of HELP and TYPE lines of one family; others are read the slow way every time. */
  private static final int MAX_METADATA_SPELLINGS = 8;

  private static final int COUNT_SUFFIX_BYTES = "_count".length();

  private final int number;
  private final ByteKey name;
  private final MetricType type;
  private final MergeRule rule;
  private final CommitGate gate;
  private final SeriesIndex index;

  private volatile @Nullable Help help;
  private volatile long seriesCount;
  private volatile int metadataSpellings;

  /** The escaped text, and the epoch of the push that brought it. */
  private static final class Help {
    private final byte[] text;
    private final long epoch;

    Help(byte[] text, long epoch) {
      this.text = text;
      this.epoch = epoch;
    }
  }

  Family(
      int number,
      ByteKey name,
      MetricType type,
      MergeRule rule,
      BlockTable blocks,
      SpellingTable spellings) {
    this.number = number;
    this.name = name;
    this.type = type;
    this.rule = rule;
    this.gate = blocks.gate();
    this.index = new SeriesIndex(this, blocks, spellings);
  }

  /** Small, dense, never given twice. */
  public int number() {
    return number;
  }

  public ByteKey name() {
    return name;
  }

  public MetricType type() {
    return type;
  }

  public MergeRule rule() {
    return rule;
  }

  public long seriesCount() {
    return seriesCount;
  }

  public boolean hasHelp() {
    return help != null;
  }

  /** Bytes of an identity text before its label part. */
  int identityPrefix() {
    return name.length() + (Layout.initial(type).isGrouped() ? COUNT_SUFFIX_BYTES : 0);
  }

  /** What commits to its blocks pass. */
  CommitGate gate() {
    return gate;
  }

  SeriesIndex index() {
    return index;
  }

  void countSeries() {
    long count = seriesCount + 1; // one writer at a time, under the structure lock
    seriesCount = count;
  }

  /** The first non-empty HELP wins. */
  void offerHelp(byte[] escapedText, long epoch) {
    if (help == null && escapedText.length > 0) {
      help = new Help(escapedText, epoch);
    }
  }

  /** True if spellings of its HELP and TYPE lines are still taken in. */
  public boolean keepsMetadata() {
    return metadataSpellings < MAX_METADATA_SPELLINGS;
  }

  void countMetadataSpelling() {
    int count = metadataSpellings + 1; // one writer at a time, under the structure lock
    metadataSpellings = count;
  }

  /** The family as it was at the cut that began epoch {@code cut}. */
  FamilyFrame frame(long cut) {
    return new Frame(cut, index.blocks());
  }

  private final class Frame implements FamilyFrame {
    private final long cut;
    private final Block[] blocks;

    Frame(long cut, Block[] blocks) {
      this.cut = cut;
      this.blocks = blocks;
    }

    @Override
    public byte[] name() {
      return name.bytes();
    }

    @Override
    public MetricType type() {
      return type;
    }

    @Override
    public byte @Nullable [] help() {
      Help known = help;
      return known != null && known.epoch < cut ? known.text : null;
    }

    @Override
    public int blockCount() {
      return blocks.length;
    }

    @Override
    public Object blockKey(int block) {
      return blocks[block];
    }

    @Override
    public boolean isUntouched(int block, long sinceCut) {
      return blocks[block].isUntouched(sinceCut);
    }

    @Override
    public void copyBlock(int block, BlockFrame frame) {
      blocks[block].copyTo(frame, cut);
    }
  }
}
