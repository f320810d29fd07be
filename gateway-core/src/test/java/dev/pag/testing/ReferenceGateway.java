package dev.pag.testing;

import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The judge of the engine: the contract as naive code. Maps, strings, one lock, everything parsed
 * before anything is changed; written without a look at the engine, so that the two can only agree
 * by both being right.
 *
 * <p>Threads: any. Cost: whatever is simplest; never for production.
 */
public final class ReferenceGateway {
  /**
   * What a push did, to be compared with the engine's own account.
   *
   * @param samples read from the body
   * @param skipped NaN samples of counters
   * @param newSeries series this push created; a histogram with one label set is one
   */
  public record Outcome(long samples, long skipped, long newSeries) {}

  /** Families by name; names are ASCII, so this is byte order. */
  private final Map<String, ReferenceFamily> stored = new TreeMap<>();

  /**
   * Applies one push whole or not at all.
   *
   * @param rawPathLabels the path after {@code /metrics}, still percent-encoded
   * @throws PushRefusedException if it is wrong; the message starts with its line and column
   */
  public synchronized Outcome push(String rawPathLabels, byte[] body) throws PushRefusedException {
    ReferencePush push = ReferencePush.read(ReferencePath.parse(rawPathLabels), body);
    checkConflicts(push);
    long before = seriesCount();
    for (ReferenceFamily family : push.families.values()) {
      store(family, push);
    }
    return new Outcome(push.samples, push.skipped, seriesCount() - before);
  }

  /** The page a scrape would show. */
  public synchronized String page() {
    StringBuilder page = new StringBuilder();
    stored.values().forEach(family -> family.write(page));
    return page.toString();
  }

  public synchronized long familyCount() {
    return stored.size();
  }

  public synchronized long seriesCount() {
    return stored.values().stream().mapToLong(ReferenceFamily::seriesCount).sum();
  }

  private void checkConflicts(ReferencePush push) throws PushRefusedException {
    List<ReferenceFamily> seen = new ArrayList<>(stored.values());
    for (ReferenceFamily family : push.families.values()) {
      for (ReferenceFamily other : seen) {
        family.checkBeside(other);
      }
      seen.add(family);
    }
  }

  private void store(ReferenceFamily pushed, ReferencePush push) {
    ReferenceFamily family = stored.get(pushed.name);
    if (family == null) {
      family = new ReferenceFamily(pushed.name, pushed.type);
      family.operation = operation(pushed, push);
      stored.put(pushed.name, family);
    }
    if (family.help.isEmpty()) {
      family.help = push.helps.getOrDefault(pushed.name, "");
    }
    family.mergeFrom(pushed);
  }

  private ReferenceFamily.Operation operation(ReferenceFamily pushed, ReferencePush push) {
    if (pushed.type != MetricType.GAUGE) {
      return ReferenceFamily.Operation.SUM;
    }
    if (pushed.name.endsWith("_created")) {
      String base = pushed.name.substring(0, pushed.name.length() - "_created".length());
      boolean beside =
          isCumulative(base, push) || isType(base + "_total", push, MetricType.COUNTER);
      return beside ? ReferenceFamily.Operation.MIN : ReferenceFamily.Operation.SUM;
    }
    boolean info = pushed.name.endsWith("_info") && pushed.allValuesAreOne();
    return info ? ReferenceFamily.Operation.MAX : ReferenceFamily.Operation.SUM;
  }

  private boolean isCumulative(String name, ReferencePush push) {
    return isType(name, push, MetricType.COUNTER)
        || isType(name, push, MetricType.HISTOGRAM)
        || isType(name, push, MetricType.SUMMARY);
  }

  private boolean isType(String name, ReferencePush push, MetricType type) {
    ReferenceFamily family = stored.get(name);
    return push.declared.get(name) == type || (family != null && family.type == type);
  }
}
