package dev.pag.benchmarks;

/** How much is measured. */
public enum Mode {
  /** What docs/PERFORMANCE.md is made of. */
  FULL,
  /** The same in a few minutes, for while one works on something. */
  QUICK,
  /** Seconds: that the benchmarks still run at all. The figures mean nothing. */
  SMOKE
}
