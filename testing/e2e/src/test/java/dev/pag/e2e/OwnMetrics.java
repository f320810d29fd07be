package dev.pag.e2e;

/** Names of the gateway's own metrics, as an operator's alert would spell them. */
final class OwnMetrics {
  static final String STAGING_BYTES = "prom_agg_gateway_staging_bytes";

  private OwnMetrics() {}

  static String refusedPushes(String reason) {
    return "prom_agg_gateway_pushes_refused_total{reason=\"" + reason + "\"}";
  }

  /** Whether a sample tells how much the gateway holds, rather than what happened to it. */
  static boolean isSize(String series) {
    return series.equals(STAGING_BYTES)
        || series.startsWith("prom_agg_gateway_total_families")
        || series.startsWith("prom_agg_gateway_series")
        || series.startsWith("prom_agg_gateway_metrics_by_");
  }
}
