package dev.pag.snapshot;

import dev.pag.model.MetricType;
import org.jspecify.annotations.Nullable;

/** One family as it was at a cut; valid while the cut's render lasts. */
public interface FamilyFrame {
  /** The name's bytes; must not be written to. */
  byte[] name();

  MetricType type();

  /** The escaped HELP text, or null if none was known at the cut; must not be written to. */
  byte @Nullable [] help();

  /** Blocks, in the order of their series. */
  int blockCount();

  /** Stands for block {@code index} as long as it holds the same series; compare by identity. */
  Object blockKey(int index);

  /**
   * True if the block is as it was at the cut {@code sinceCut}, an earlier one or this; never true
   * wrongly, but false if a commit after this cut has touched it.
   */
  boolean isUntouched(int index, long sinceCut);

  /** Copies block {@code index} into {@code frame}; holds the block's lock only while copying. */
  void copyBlock(int index, BlockFrame frame);
}
