package dev.pag;

/**
 * What a committed push did.
 *
 * @param samples read from the body
 * @param skipped NaN samples of counters, not applied
 * @param predicted samples found right behind the one before, without hashing
 * @param newSeries series this push created
 * @param blockLocks block locks taken to apply it: one per run of cells of the same block
 */
public record PushResult(
    long samples, long skipped, long predicted, long newSeries, long blockLocks) {}
