package dev.pag;

import dev.pag.aggregate.Draft;
import dev.pag.aggregate.DraftFamily;
import dev.pag.aggregate.Family;
import dev.pag.aggregate.PendingPush;
import dev.pag.aggregate.SeriesStore;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.model.SampleLine;
import dev.pag.parse.Line;
import org.jspecify.annotations.Nullable;

/**
 * The families one push speaks of, for the slow path: which family a sample belongs to, what was
 * declared. Shares its knowledge of stored families with the fast path through {@link
 * FamilyStates}.
 *
 * <p>Threads: one.
 */
final class PushFamilies {
  private static final String[] SUFFIXES = {"_bucket", "_sum", "_count"};

  private final SeriesStore store;
  private final PendingPush pending;
  private final FamilyStates states;

  // The last sample name and its family: series of a family come in a row.
  private @Nullable ByteKey lastName;
  private @Nullable DraftFamily lastFamily;
  private boolean newNames;

  PushFamilies(SeriesStore store, PendingPush pending, FamilyStates states) {
    this.store = store;
    this.pending = pending;
    this.states = states;
  }

  void begin() {
    newNames = false;
    lastName = null;
    lastFamily = null;
  }

  /** The family called {@code name} in this push; begun if need be. */
  DraftFamily get(ByteKey name) {
    Draft draft = pending.draftForWriting();
    DraftFamily family = draft.family(name);
    if (family == null) {
      family = draft.addFamily(name, store.family(name));
    }
    Family stored = family.stored();
    MetricType declared = stored == null ? null : states.declaredType(stored);
    if (declared != null) {
      family.declare(declared);
    }
    return family;
  }

  /** The family of a sample, by its name and what this push declared before. */
  DraftFamily ofSample(SampleLine sample) {
    ByteKey known = lastName;
    DraftFamily family = lastFamily;
    if (known != null
        && family != null
        && known.contentEquals(sample.bytes(), sample.from(), sample.nameTo())) {
      return family;
    }
    ByteKey name = ByteKey.copyOf(sample.bytes(), sample.from(), sample.nameTo());
    DraftFamily found = resolve(name);
    lastName = name;
    lastFamily = found;
    return found;
  }

  /** A name this push used before means that family; else a declared histogram's part. */
  private DraftFamily resolve(ByteKey name) {
    if (!isMentioned(name)) {
      for (String suffix : SUFFIXES) {
        if (name.endsWith(suffix) && name.length() > suffix.length()) {
          ByteKey base = name.withoutLast(suffix.length());
          if (isMentioned(base) && hasPart(get(base).type(), suffix)) {
            return get(base);
          }
        }
      }
    }
    return get(name);
  }

  private static boolean hasPart(MetricType type, String suffix) {
    return type == MetricType.HISTOGRAM
        || (type == MetricType.SUMMARY && !suffix.equals(SUFFIXES[0]));
  }

  private boolean isMentioned(ByteKey name) {
    Draft draft = pending.draft();
    DraftFamily drafted = draft == null ? null : draft.family(name);
    if (drafted != null && (drafted.isDeclared() || drafted.hasHelp() || drafted.isSampled())) {
      return true;
    }
    Family stored = store.family(name);
    return stored != null && states.isKnown(stored);
  }

  void declare(DraftFamily family, MetricType type, Line line) throws PushRefusedException {
    Family stored = family.stored();
    boolean sampled = family.isSampled() || (stored != null && states.isSampled(stored));
    if (family.isDeclared()) {
      throw line.refusal(RefusalReason.DUPLICATE, "second TYPE line for '" + family.name() + "'");
    }
    if (sampled) {
      throw line.refusal(
          RefusalReason.MALFORMED, "TYPE line after a sample of '" + family.name() + "'");
    }
    family.declare(type);
    if (stored != null) {
      states.declare(stored, type);
    } else {
      newNames |= sharesNamesWithStored(family.name(), type);
    }
    lastName = null; // names may mean another family now
  }

  void describe(DraftFamily family, byte[] help, Line line) throws PushRefusedException {
    Family stored = family.stored();
    if (family.hasHelp() || (stored != null && states.hasHelp(stored))) {
      throw line.refusal(RefusalReason.DUPLICATE, "second HELP line for '" + family.name() + "'");
    }
    pending.draftForWriting().describe(family, help);
    if (stored != null) {
      states.describe(stored);
    }
    newNames |= stored == null && sharesNamesWithStored(family.name(), family.type());
    lastName = null;
  }

  /**
   * True if this push has declared or described a family that takes sample names from a stored one,
   * or the other way round: then only the slow path knows what a name means.
   */
  boolean newNames() {
    return newNames;
  }

  private boolean sharesNamesWithStored(ByteKey name, MetricType type) {
    for (String suffix : SUFFIXES) {
      boolean takes = hasPart(type, suffix) && store.family(name.plus(suffix)) != null;
      if (takes || (name.endsWith(suffix) && isPartOfStored(name, suffix))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPartOfStored(ByteKey name, String suffix) {
    Family base = store.family(name.withoutLast(suffix.length()));
    return base != null && hasPart(base.type(), suffix);
  }

  /** True if a new spelling of a HELP or TYPE line of this family is worth keeping. */
  boolean keepsMetadata(DraftFamily family) {
    Family stored = family.stored();
    return stored == null || stored.keepsMetadata();
  }

  void checkStoredType(DraftFamily family, Line line) throws PushRefusedException {
    Family stored = family.stored();
    if (stored != null && stored.type() != family.type()) {
      throw line.refusal(
          RefusalReason.TYPE_CONFLICT,
          "family '"
              + family.name()
              + "', pushed as "
              + family.type().text()
              + ", is stored as "
              + stored.type().text());
    }
  }

  void sampled(DraftFamily family, double value, Line line) {
    family.sampled(value, (int) line.number());
    Family stored = family.stored();
    if (stored != null) {
      states.sample(stored);
    }
  }
}
