package dev.pag;

/**
 * The engine's fixed limits, units in their names.
 *
 * @param maxLineBytes longest line of a body, without its line end
 * @param maxLabels labels of one series, path labels included
 * @param maxNameBytes metric or label name
 * @param maxBuckets buckets of one histogram series, or quantiles of one summary series
 */
public record GatewayConfig(int maxLineBytes, int maxLabels, int maxNameBytes, int maxBuckets) {
  public static final GatewayConfig DEFAULT = new GatewayConfig(64 * 1024, 64, 512, 500);
}
