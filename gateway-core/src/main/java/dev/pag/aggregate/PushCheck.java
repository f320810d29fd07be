package dev.pag.aggregate;

import dev.pag.ascii.Excerpt;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a whole push that no single line can fail: nothing twice, buckets that rise. Ends
 * with every staged value being what its cell is to gain. Re-used from push to push. Threads: one.
 */
final class PushCheck {
  private static final int DRAFTED = 1 << 31;

  private final BlockTable blocks;
  private final SpellingTable spellings;
  private final TargetSet seen = new TargetSet();
  private final GroupCheck group = new GroupCheck();
  private final Map<Long, DraftGroup> storedGroups = new HashMap<>();
  private boolean sawSeriesTwice;

  PushCheck(BlockTable blocks, SpellingTable spellings) {
    this.blocks = blocks;
    this.spellings = spellings;
  }

  /**
   * Checks {@code staging} alone.
   *
   * @throws PushRefusedException if a series is in it twice or buckets fall
   */
  void check(Staging staging) throws PushRefusedException {
    checkDuplicates(staging);
    checkGroups(staging);
  }

  /** Checks {@code staging} together with the groups of {@code draft}. */
  void check(Staging staging, Draft draft) throws PushRefusedException {
    for (DraftGroup drafted : draft.groups()) {
      if (drafted.stored() != DraftGroup.NOT_STORED) {
        storedGroups.put(drafted.stored(), drafted);
      }
    }
    check(staging);
    for (DraftGroup drafted : draft.groups()) {
      if (!drafted.isChecked()) {
        group.begin();
        finishGroup(staging, drafted.stored(), drafted.family().type(), drafted);
      }
    }
  }

  // Nothing twice.

  private void checkDuplicates(Staging staging) throws PushRefusedException {
    if (resolveAll(staging)) {
      return;
    }
    sawSeriesTwice = false;
    seen.begin(staging.size());
    int at = 0;
    while (at < staging.size()) {
      at = checkSeries(staging, at);
    }
    if (sawSeriesTwice) {
      staging.sortByTarget();
    }
  }

  /**
   * Leads staged cells on to the blocks they are in now; true if they ascend, so none is twice. All
   * of them as of one moment, so that the cells of a series are never led to different blocks.
   */
  private boolean resolveAll(Staging staging) {
    while (true) {
      long moves = blocks.moves();
      boolean ascending = resolveOnce(staging);
      if (blocks.moves() == moves) {
        return ascending;
      }
    }
  }

  private boolean resolveOnce(Staging staging) {
    long[] targets = staging.targets();
    long before = -1;
    boolean ascending = true;
    int settled = -1;
    for (int i = 0; i < staging.size(); i++) {
      if (Home.block(targets[i]) != settled) {
        targets[i] = blocks.resolve(targets[i]);
        settled = Home.block(targets[i]);
      }
      ascending &= targets[i] > before;
      before = targets[i];
    }
    return ascending;
  }

  /** Looks at the run of cells of one series; returns where the next begins. */
  private int checkSeries(Staging staging, int from) throws PushRefusedException {
    long target = staging.targets()[from];
    Layout layout = blocks.get(Home.block(target)).layout();
    if (!layout.isGrouped()) {
      if (!seen.add(target)) {
        throw duplicate(staging, from);
      }
      return from + 1;
    }
    // Inside a run GroupCheck finds what is twice; a series with two runs is put together first.
    sawSeriesTwice |= !seen.add(Home.series(target, layout));
    return endOfSeries(staging, from, layout);
  }

  private static int endOfSeries(Staging staging, int from, Layout layout) {
    long[] targets = staging.targets();
    long start = Home.series(targets[from], layout);
    int at = from + 1;
    while (at < staging.size()
        && targets[at] - start >= 0
        && targets[at] - start < layout.width()) {
      at++;
    }
    return at;
  }

  private PushRefusedException duplicate(Staging staging, int index) {
    int text = blocks.text(staging.targets()[index]);
    int from = SpellingTable.keyOffset(text);
    String excerpt = Excerpt.of(spellings.page(text), from, from + spellings.keyLength(text));
    return PushRefusedException.at(
        RefusalReason.DUPLICATE, staging.line(index), 1, "duplicate sample '" + excerpt + "'");
  }

  // Histograms and summaries.

  private void checkGroups(Staging staging) throws PushRefusedException {
    int pushed = staging.size();
    int at = 0;
    while (at < pushed) {
      Home home = blocks.get(Home.block(staging.targets()[at]));
      if (!home.layout().isGrouped()) {
        at = endOfBlock(staging, at, pushed);
      } else {
        int end = Math.min(pushed, endOfSeries(staging, at, home.layout()));
        checkStoredSeries(staging, at, end, home);
        at = end;
      }
    }
  }

  private static int endOfBlock(Staging staging, int from, int to) {
    long[] targets = staging.targets();
    int block = Home.block(targets[from]);
    int at = from + 1;
    while (at < to && Home.block(targets[at]) == block) {
      at++;
    }
    return at;
  }

  private void checkStoredSeries(Staging staging, int from, int to, Home home)
      throws PushRefusedException {
    Layout layout = home.layout();
    group.begin();
    for (int i = from; i < to; i++) {
      int component = Home.cell(staging.targets()[i]) % layout.width();
      if (component == Layout.COUNT) {
        group.addCount(staging.values()[i], staging.line(i));
      } else if (component == Layout.SUM) {
        group.addSum(staging.line(i));
      } else {
        group.addBound(layout.bound(component), staging.values()[i], i, staging.line(i));
      }
    }
    long series = Home.series(staging.targets()[from], layout);
    DraftGroup more = storedGroups.isEmpty() ? null : storedGroups.get(series);
    finishGroup(staging, series, home.family().type(), more);
  }

  private void finishGroup(
      Staging staging, long series, MetricType type, @Nullable DraftGroup drafted)
      throws PushRefusedException {
    if (drafted != null) {
      addDrafted(drafted);
      drafted.setChecked();
    }
    if (type == MetricType.HISTOGRAM) {
      boolean fillInfinity = !group.hasInfinity();
      if (fillInfinity) {
        group.fillInfinity();
      }
      double count = group.toPerBucket();
      fillMissing(staging, series, drafted, fillInfinity, count);
    }
    for (int i = 0; i < group.size(); i++) {
      double gain = type == MetricType.HISTOGRAM ? group.value(i) : 0;
      setResult(staging, drafted, group.reference(i), gain);
    }
  }

  private void addDrafted(DraftGroup drafted) throws PushRefusedException {
    for (int entry = 0; entry < drafted.size(); entry++) {
      switch (drafted.part(entry)) {
        case COUNT -> group.addCount(drafted.value(entry), drafted.line(entry));
        case SUM -> group.addSum(drafted.line(entry));
        default ->
            group.addBound(
                drafted.bound(entry), drafted.value(entry), DRAFTED | entry, drafted.line(entry));
      }
    }
  }

  private static void setResult(
      Staging staging, @Nullable DraftGroup drafted, int reference, double gain) {
    if (reference == GroupCheck.NO_REFERENCE) {
      return;
    }
    if (reference >= 0) {
      staging.values()[reference] = gain;
    } else if (drafted != null) {
      drafted.setValue(reference & ~DRAFTED, gain);
    }
  }

  /** A bucket +Inf or a count that was not pushed still gains what it must. */
  private void fillMissing(
      Staging staging,
      long series,
      @Nullable DraftGroup drafted,
      boolean fillInfinity,
      double count) {
    if (fillInfinity) {
      double infinity = group.value(group.size() - 1);
      if (series != DraftGroup.NOT_STORED) {
        staging.add(series + Layout.FIRST_BOUND, infinity, 0);
      } else if (drafted != null) {
        drafted.add(DraftGroup.Part.BOUND, Double.POSITIVE_INFINITY, infinity, 0);
      }
    }
    if (!group.hasCount()) {
      if (series != DraftGroup.NOT_STORED) {
        staging.add(series + Layout.COUNT, count, 0);
      } else if (drafted != null) {
        drafted.add(DraftGroup.Part.COUNT, Double.NaN, count, 0);
      }
    }
  }

  /** Forgets the push; also after a refusal. */
  void clear() {
    storedGroups.clear();
  }

  long bytes() {
    return seen.bytes();
  }
}
