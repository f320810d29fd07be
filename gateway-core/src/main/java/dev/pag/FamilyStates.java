package dev.pag;

import dev.pag.aggregate.Family;
import dev.pag.model.MetricType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one push has said so far of stored families: declared, described, sampled. Emptied in no
 * time and without garbage, for the fast path. Threads: one.
 */
final class FamilyStates {
  private static final int TYPE_MASK = 15;
  private static final int HELP = 16;
  private static final int SAMPLED = 32;

  private int[] numbers = new int[64];
  private int[] states = new int[64];
  private int[] rounds = new int[64];
  private int round = 1;
  private int size;

  void clear() {
    size = 0;
    if (++round == 0) {
      Arrays.fill(rounds, 0);
      round = 1;
    }
  }

  /** False if nothing was said of the family. */
  boolean isKnown(Family family) {
    return get(family) != 0;
  }

  boolean isSampled(Family family) {
    return (get(family) & SAMPLED) != 0;
  }

  boolean hasHelp(Family family) {
    return (get(family) & HELP) != 0;
  }

  /** The type of its TYPE line, or null. */
  @Nullable MetricType declaredType(Family family) {
    int type = get(family) & TYPE_MASK;
    return type == 0 ? null : MetricType.ofCode(type - 1);
  }

  /** Notes a sample; false if the push has not declared the family as what it is stored as. */
  boolean sample(Family family) {
    int slot = slot(family.number());
    int type = states[slot] & TYPE_MASK;
    MetricType declared = type == 0 ? MetricType.UNTYPED : MetricType.ofCode(type - 1);
    if (declared != family.type()) {
      return false;
    }
    states[slot] |= SAMPLED;
    return true;
  }

  /** Notes a TYPE line; false if there was one already, or a sample. */
  boolean declare(Family family, MetricType type) {
    int slot = slot(family.number());
    if ((states[slot] & (TYPE_MASK | SAMPLED)) != 0) {
      return false;
    }
    states[slot] |= type.code() + 1;
    return true;
  }

  /** Notes a HELP line; false if there was one already. */
  boolean describe(Family family) {
    int slot = slot(family.number());
    if ((states[slot] & HELP) != 0) {
      return false;
    }
    states[slot] |= HELP;
    return true;
  }

  private int get(Family family) {
    int slot = find(family.number());
    return rounds[slot] == round ? states[slot] : 0;
  }

  private int slot(int number) {
    int slot = find(number);
    if (rounds[slot] != round) {
      if (++size * 2 > numbers.length) {
        grow();
        slot = find(number);
      }
      rounds[slot] = round;
      numbers[slot] = number;
      states[slot] = 0;
    }
    return slot;
  }

  /** Family numbers are given by us and dense: their low bits are as good as a hash. */
  private int find(int number) {
    int mask = numbers.length - 1;
    int slot = number & mask;
    while (rounds[slot] == round && numbers[slot] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldNumbers = numbers;
    int[] oldStates = states;
    int[] oldRounds = rounds;
    numbers = new int[oldNumbers.length * 2];
    states = new int[numbers.length];
    rounds = new int[numbers.length];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldRounds[i] == round) {
        int slot = find(oldNumbers[i]);
        numbers[slot] = oldNumbers[i];
        states[slot] = oldStates[i];
        rounds[slot] = round;
      }
    }
  }
}
