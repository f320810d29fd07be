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

  /** Copies block {@code index} into {@code frame}; holds the block's lock only while copying. */
  void copyBlock(int index, BlockFrame frame);
}
