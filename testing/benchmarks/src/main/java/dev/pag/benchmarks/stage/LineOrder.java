package dev.pag.benchmarks.stage;

import dev.pag.benchmarks.SeriesSet;

/** In what order, compared to when they were first sent, series are sent again. */
public enum LineOrder {
  IN_ORDER {
    @Override
    SeriesSet of(SeriesSet set) {
      return set;
    }
  },
  /** A random 70 % of them, in order. */
  SUBSET {
    @Override
    SeriesSet of(SeriesSet set) {
      return set.subset(0.7);
    }
  },
  SHUFFLED {
    @Override
    SeriesSet of(SeriesSet set) {
      return set.shuffled();
    }
  };

  abstract SeriesSet of(SeriesSet set);
}
