package dev.pag.testing;

import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A family as pushed or as stored. */
final class ReferenceFamily {
  /** How two values of a series become one; fixed when the family is first stored. */
  enum Operation {
    SUM,
    MIN,
    MAX
  }

  final String name;
  final MetricType type;
  Operation operation = Operation.SUM;
  String help = "";

  /** The line of the first sample, to report the family as a whole. */
  private ReferenceLine firstLine = new ReferenceLine(0, "");

  private final Map<SortedMap<String, String>, ReferenceSeries> seriesByLabels =
      new TreeMap<>(ReferenceFamily::compareLabels);

  ReferenceFamily(String name, MetricType type) {
    this.name = name;
    this.type = type;
  }

  /** All names under which samples of such a family appear. */
  static Set<String> sampleNames(String name, MetricType type) {
    return switch (type) {
      case HISTOGRAM -> Set.of(name + "_bucket", name + "_sum", name + "_count");
      case SUMMARY -> Set.of(name + "_sum", name + "_count");
      case COUNTER, GAUGE, UNTYPED -> Set.of(name);
    };
  }

  void addPushed(ReferenceSample sample) throws PushRefusedException {
    if (seriesByLabels.isEmpty()) {
      firstLine = sample.line();
    }
    seriesByLabels
        .computeIfAbsent(sample.labels(), labels -> ReferenceSeries.of(type))
        .addPushed(sample);
  }

  /** Fills in and checks what only the whole push can tell. */
  void completePushed() throws PushRefusedException {
    for (ReferenceSeries series : seriesByLabels.values()) {
      series.completePushed();
    }
  }

  /** Refuses this pushed family if it cannot stand beside {@code other} on one page. */
  void checkBeside(ReferenceFamily other) throws PushRefusedException {
    boolean sameName = name.equals(other.name);
    if (sameName && type != other.type) {
      throw firstLine.refusal(RefusalReason.TYPE_CONFLICT, name + " is a " + other.type.text());
    }
    if (!sameName
        && (sampleNames(name, type).contains(other.name)
            || sampleNames(other.name, other.type).contains(name))) {
      throw firstLine.refusal(RefusalReason.TYPE_CONFLICT, name + " clashes with " + other.name);
    }
  }

  boolean allValuesAreOne() {
    return seriesByLabels.values().stream().allMatch(ReferenceSeries::isOne);
  }

  int seriesCount() {
    return seriesByLabels.size();
  }

  void mergeFrom(ReferenceFamily pushed) {
    pushed.seriesByLabels.forEach(
        (labels, series) ->
            seriesByLabels
                .computeIfAbsent(labels, l -> ReferenceSeries.of(type))
                .merge(series, operation));
  }

  void write(StringBuilder page) {
    if (!help.isEmpty()) {
      page.append("# HELP ").append(name).append(' ');
      page.append(help.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }
    page.append("# TYPE ").append(name).append(' ').append(type.text()).append('\n');
    seriesByLabels.forEach((labels, series) -> series.write(page, name, labels));
  }

  /** Name and value of each label in turn, as UTF-8 bytes; a prefix comes first. */
  private static int compareLabels(SortedMap<String, String> a, SortedMap<String, String> b) {
    Comparator<String> byBytes =
        (x, y) ->
            Arrays.compareUnsigned(
                x.getBytes(StandardCharsets.UTF_8), y.getBytes(StandardCharsets.UTF_8));
    Iterator<Map.Entry<String, String>> right = b.entrySet().iterator();
    for (Map.Entry<String, String> left : a.entrySet()) {
      if (!right.hasNext()) {
        return 1;
      }
      int order =
          Map.Entry.<String, String>comparingByKey(byBytes)
              .thenComparing(Map.Entry.comparingByValue(byBytes))
              .compare(left, right.next());
      if (order != 0) {
        return order;
      }
    }
    return right.hasNext() ? -1 : 0;
  }
}
