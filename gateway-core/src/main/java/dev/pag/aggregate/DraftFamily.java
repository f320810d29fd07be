package dev.pag.aggregate;

import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import org.jspecify.annotations.Nullable;

/**
 * A family as one push speaks of it: declared, sampled, perhaps already stored.
 *
 * <p>Made on the slow path only, for families with something new. Threads: one.
 */
public final class DraftFamily {
  private static final int NO_LINE = 0;

  private final ByteKey name;
  private @Nullable MetricType declared;
  private byte @Nullable [] help;
  private int firstSampleLine = NO_LINE;
  private boolean onlyOnes = true;
  private @Nullable Family stored;

  DraftFamily(ByteKey name, @Nullable Family stored) {
    this.name = name;
    this.stored = stored;
  }

  public ByteKey name() {
    return name;
  }

  /** The type of the TYPE line, or untyped without one. */
  public MetricType type() {
    MetricType type = declared;
    return type == null ? MetricType.UNTYPED : type;
  }

  public boolean isDeclared() {
    return declared != null;
  }

  public void declare(MetricType type) {
    declared = type;
  }

  public boolean hasHelp() {
    return help != null;
  }

  byte @Nullable [] help() {
    return help;
  }

  /** The escaped text of the HELP line. */
  void setHelp(byte[] escapedText) {
    help = escapedText;
  }

  public boolean isSampled() {
    return firstSampleLine != NO_LINE;
  }

  int firstSampleLine() {
    return firstSampleLine;
  }

  /** Notes a sample, for the rules that look at all samples of a family. */
  public void sampled(double value, int line) {
    if (firstSampleLine == NO_LINE) {
      firstSampleLine = line;
    }
    onlyOnes &= value == 1;
  }

  boolean isOnlyOnes() {
    return onlyOnes;
  }

  /** The stored family of that name, or null if there was none when the push came to it. */
  public @Nullable Family stored() {
    return stored;
  }

  void setStored(Family family) {
    stored = family;
  }
}
