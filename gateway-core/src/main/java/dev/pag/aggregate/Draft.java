package dev.pag.aggregate;

import dev.pag.ascii.ByteWriter;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one push has that the store did not know when it was read: families, series, spellings.
 * Noted, not created: that happens at the commit, or never. Threads: one.
 */
public final class Draft {
  private static final int NO_ENTRY = 0;

  /** What became of a line of a histogram or summary. */
  public enum Added {
    NEW,
    /** This draft has the same part of the same series already. */
    DUPLICATE,
    /** The series would have more bounds than allowed. */
    TOO_MANY_BOUNDS
  }

  private final int maxBounds;

  private final Map<ByteKey, DraftFamily> families = new HashMap<>();
  private final Map<ByteKey, DraftGroup> groups = new LinkedHashMap<>();
  private final ByteWriter bytes = new ByteWriter(256);

  // New series of one cell, in order of arrival.
  private final List<DraftFamily> scalarFamilies = new ArrayList<>();
  private int[] scalarKeys = new int[32];
  private long[] scalarHashes = new long[16];
  private double[] scalarValues = new double[16];
  private int[] scalarLines = new int[16];
  private final BitSet knownScalars = new BitSet();
  private int[] scalarIndex = new int[64]; // open addressing; index + 1, 0 is free

  // Spellings other than the canonical one: [from, to) of the spelling, then of the canonical text.
  private int[] aliases = new int[32];
  private int aliasCount;

  // A HELP text for a stored family that has none.
  private boolean offersHelp;

  // HELP and TYPE lines not seen before.
  private final List<DraftFamily> metadataFamilies = new ArrayList<>();
  private int[] metadata = new int[16];
  private final List<@Nullable MetricType> metadataTypes = new ArrayList<>();

  /** An empty draft; {@code maxBounds} limits the buckets or quantiles of one series. */
  public Draft(int maxBounds) {
    this.maxBounds = maxBounds;
  }

  int maxBounds() {
    return maxBounds;
  }

  public boolean isEmpty() {
    return scalarFamilies.isEmpty()
        && groups.isEmpty()
        && aliasCount == 0
        && metadataFamilies.isEmpty()
        && !offersHelp;
  }

  public boolean hasFamilies() {
    return !families.isEmpty();
  }

  public @Nullable DraftFamily family(ByteKey name) {
    return families.get(name);
  }

  /** Adds a family not yet in this draft. */
  public DraftFamily addFamily(ByteKey name, @Nullable Family stored) {
    DraftFamily family = new DraftFamily(name, stored);
    families.put(name, family);
    return family;
  }

  /** Marks the families that have values in {@code staging}, where the fast path puts them. */
  void noteSampled(Staging staging, BlockTable blocks) {
    BitSet sampled = new BitSet();
    int lastBlock = -1;
    for (int i = 0; i < staging.size(); i++) {
      int block = Home.block(staging.targets()[i]);
      if (block != lastBlock) {
        sampled.set(blocks.get(block).family().number());
        lastBlock = block;
      }
    }
    for (DraftFamily family : families.values()) {
      Family stored = family.stored();
      if (!family.isSampled() && stored != null && sampled.get(stored.number())) {
        family.sampled(Double.NaN, 1);
      }
    }
  }

  /** Notes the HELP text of a family in this draft. */
  public void describe(DraftFamily family, byte[] escapedText) {
    family.setHelp(escapedText);
    Family stored = family.stored();
    offersHelp |= stored != null && !stored.hasHelp();
  }

  Iterable<DraftFamily> families() {
    return families.values();
  }

  // Bytes: every key of this draft lies in one buffer.

  /** Where keys are composed; what {@link #addScalar} and others name by position must stay. */
  public ByteWriter bytes() {
    return bytes;
  }

  // Series of one cell.

  int scalarCount() {
    return scalarFamilies.size();
  }

  DraftFamily scalarFamily(int index) {
    return scalarFamilies.get(index);
  }

  int scalarFrom(int index) {
    return scalarKeys[2 * index];
  }

  int scalarTo(int index) {
    return scalarKeys[2 * index + 1];
  }

  long scalarHash(int index) {
    return scalarHashes[index];
  }

  double scalarValue(int index) {
    return scalarValues[index];
  }

  int scalarLine(int index) {
    return scalarLines[index];
  }

  /**
   * Notes a new series of one cell whose canonical text is {@code bytes()[from, to)}.
   *
   * @return false if this draft has it already
   */
  public boolean addScalar(
      DraftFamily family, int from, int to, long hash, double value, int line) {
    int index = scalarFamilies.size();
    int place = placeOf(hash, from, to);
    if (scalarIndex[place] != NO_ENTRY) {
      return false;
    }
    if (index == scalarValues.length) {
      growScalars();
    }
    scalarFamilies.add(family);
    scalarKeys[2 * index] = from;
    scalarKeys[2 * index + 1] = to;
    scalarHashes[index] = hash;
    scalarValues[index] = value;
    scalarLines[index] = line;
    scalarIndex[place] = index + 1;
    if ((index + 1) * 2 > scalarIndex.length) {
      growIndex();
    }
    return true;
  }

  /** Marks as known the scalars that {@code move} says it has moved. */
  void moveKnownScalars(IntPredicate move) {
    for (int index = 0; index < scalarFamilies.size(); index++) {
      if (move.test(index)) {
        knownScalars.set(index);
      }
    }
  }

  /** True if the series is stored after all. */
  boolean isScalarKnown(int index) {
    return knownScalars.get(index);
  }

  private int placeOf(long hash, int from, int to) {
    byte[] keys = bytes.array();
    int mask = scalarIndex.length - 1;
    int place = (int) hash & mask;
    while (scalarIndex[place] != NO_ENTRY) {
      int other = scalarIndex[place] - 1;
      if (scalarHashes[other] == hash
          && Arrays.equals(keys, from, to, keys, scalarFrom(other), scalarTo(other))) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return place;
  }

  private void growScalars() {
    int capacity = scalarValues.length * 2;
    scalarKeys = Arrays.copyOf(scalarKeys, capacity * 2);
    scalarHashes = Arrays.copyOf(scalarHashes, capacity);
    scalarValues = Arrays.copyOf(scalarValues, capacity);
    scalarLines = Arrays.copyOf(scalarLines, capacity);
  }

  private void growIndex() {
    int mask = scalarIndex.length * 2 - 1;
    scalarIndex = new int[mask + 1];
    for (int index = 0; index < scalarFamilies.size(); index++) {
      int place = (int) scalarHashes[index] & mask;
      while (scalarIndex[place] != NO_ENTRY) {
        place = (place + 1) & mask;
      }
      scalarIndex[place] = index + 1;
    }
  }

  // Histogram and summary series.

  Iterable<DraftGroup> groups() {
    return groups.values();
  }

  @Nullable DraftGroup group(ByteKey identity) {
    return groups.get(identity);
  }

  /**
   * Notes a line of a histogram or summary series without a cell.
   *
   * @param identity the series' {@code _count} text
   * @param labels its label part, without the bound
   * @param bound the bucket's or quantile's, or NaN
   * @param isSum whether a line without a bound is the sum, not the count
   * @return what became of it
   */
  public Added addGrouped(
      DraftFamily family,
      ByteKey identity,
      byte[] labels,
      double bound,
      boolean isSum,
      double value,
      int line) {
    DraftGroup group = groups.computeIfAbsent(identity, key -> new DraftGroup(family, labels));
    DraftGroup.Part part =
        !Double.isNaN(bound)
            ? DraftGroup.Part.BOUND
            : isSum ? DraftGroup.Part.SUM : DraftGroup.Part.COUNT;
    if (group.indexOf(part, bound) >= 0) {
      return Added.DUPLICATE;
    }
    if (group.size() == maxBounds + 2) {
      return Added.TOO_MANY_BOUNDS;
    }
    group.add(part, bound, value, line);
    return Added.NEW;
  }

  // Spellings.

  /**
   * Notes that {@code bytes()[from, to)} is another spelling of {@code bytes()[keyFrom, keyTo)}.
   */
  public void addAlias(int from, int to, int keyFrom, int keyTo) {
    int base = aliasCount * 4;
    if (base == aliases.length) {
      aliases = Arrays.copyOf(aliases, base * 2);
    }
    aliases[base] = from;
    aliases[base + 1] = to;
    aliases[base + 2] = keyFrom;
    aliases[base + 3] = keyTo;
    aliasCount++;
  }

  int aliasCount() {
    return aliasCount;
  }

  int aliasFrom(int alias) {
    return aliases[alias * 4];
  }

  int aliasTo(int alias) {
    return aliases[alias * 4 + 1];
  }

  int aliasKeyFrom(int alias) {
    return aliases[alias * 4 + 2];
  }

  int aliasKeyTo(int alias) {
    return aliases[alias * 4 + 3];
  }

  /** Notes the whole line {@code bytes()[from, to)} as a TYPE line, or as HELP if type is null. */
  public void addMetadata(DraftFamily family, @Nullable MetricType type, int from, int to) {
    int base = metadataFamilies.size() * 2;
    if (base == metadata.length) {
      metadata = Arrays.copyOf(metadata, base * 2);
    }
    metadata[base] = from;
    metadata[base + 1] = to;
    metadataFamilies.add(family);
    metadataTypes.add(type);
  }

  int metadataCount() {
    return metadataFamilies.size();
  }

  DraftFamily metadataFamily(int index) {
    return metadataFamilies.get(index);
  }

  @Nullable MetricType metadataType(int index) {
    return metadataTypes.get(index);
  }

  int metadataFrom(int index) {
    return metadata[index * 2];
  }

  int metadataTo(int index) {
    return metadata[index * 2 + 1];
  }

  /** Memory held, roughly: keys and arrays; objects of families and groups at a flat rate. */
  public long byteSize() {
    return bytes.capacity()
        + scalarValues.length * 36L
        + scalarIndex.length * 4L
        + aliases.length * 4L
        + (families.size() + groups.size()) * 256L;
  }
}
