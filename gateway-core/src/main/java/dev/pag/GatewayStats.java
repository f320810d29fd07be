package dev.pag;

import dev.pag.model.MetricType;
import java.util.Map;

/**
 * A look at the engine's size for the own metrics; weakly consistent.
 *
 * @param families stored families
 * @param series stored series of all families
 * @param stagingBytes memory held by pushes in work
 * @param familiesByType families of each type; every type has an entry
 * @param seriesByFamily number of series of each family, in byte order of the family name
 */
public record GatewayStats(
    long families,
    long series,
    long stagingBytes,
    Map<MetricType, Long> familiesByType,
    Map<String, Long> seriesByFamily) {}
