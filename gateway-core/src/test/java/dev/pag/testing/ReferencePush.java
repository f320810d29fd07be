package dev.pag.testing;

import dev.pag.GatewayConfig;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** One body read and checked as far as it can be without the store. */
final class ReferencePush {
  private final SortedMap<String, String> pathLabels;

  /** Types by TYPE line, also of families without a sample. */
  final Map<String, MetricType> declared = new HashMap<>();

  final Map<String, String> helps = new HashMap<>();

  /** Families in the order of their first sample. */
  final Map<String, ReferenceFamily> families = new LinkedHashMap<>();

  long samples;
  long skipped;

  private ReferencePush(SortedMap<String, String> pathLabels) {
    this.pathLabels = pathLabels;
  }

  static ReferencePush read(SortedMap<String, String> pathLabels, byte[] body)
      throws PushRefusedException {
    ReferencePush push = new ReferencePush(pathLabels);
    push.readLines(new String(body, StandardCharsets.ISO_8859_1));
    for (ReferenceFamily family : push.families.values()) {
      family.completePushed();
    }
    return push;
  }

  private void readLines(String body) throws PushRefusedException {
    int number = 0;
    int from = 0;
    while (from < body.length()) {
      number++;
      int end = body.indexOf('\n', from);
      String text = body.substring(from, end < 0 ? body.length() : end);
      ReferenceLine line = new ReferenceLine(number, text);
      checkLength(line, text.length());
      if (end < 0) {
        throw line.refusal(
            text.length() + 1, RefusalReason.MALFORMED, "the last line must end with a line feed");
      }
      readLine(line);
      from = end + 1;
    }
  }

  private static void checkLength(ReferenceLine line, int bytes) throws PushRefusedException {
    int max = GatewayConfig.DEFAULT.maxLineBytes();
    if (bytes > max) {
      throw line.refusal(max + 1, RefusalReason.LIMIT, "line too long");
    }
  }

  private void readLine(ReferenceLine line) throws PushRefusedException {
    line.skipBlanks();
    if (line.at('#')) {
      comment(line);
    } else if (!line.atEnd()) {
      sample(line.sample());
    }
  }

  private void comment(ReferenceLine line) throws PushRefusedException {
    String keyword = keyword(line);
    if (!keyword.equals("HELP") && !keyword.equals("TYPE")) {
      return;
    }
    line.skipBlanks();
    if (line.atEnd()) {
      return;
    }
    String name = line.name(true);
    if (name.isEmpty() || (!line.atEnd() && !line.atBlank())) {
      throw line.malformedHere("expected a metric name");
    }
    line.skipBlanks();
    if (line.atEnd()) {
      return;
    }
    if (keyword.equals("HELP")) {
      help(line, name);
    } else {
      type(line, name);
    }
  }

  private static String keyword(ReferenceLine line) {
    line.skip();
    line.skipBlanks();
    return line.token();
  }

  private void help(ReferenceLine line, String name) throws PushRefusedException {
    if (helps.containsKey(name)) {
      throw line.refusal(RefusalReason.DUPLICATE, "second HELP for " + name);
    }
    helps.put(name, line.helpText());
  }

  private void type(ReferenceLine line, String name) throws PushRefusedException {
    if (declared.containsKey(name)) {
      throw line.refusal(RefusalReason.DUPLICATE, "second TYPE for " + name);
    }
    if (families.containsKey(name)) {
      throw line.refusal(RefusalReason.MALFORMED, "TYPE after a sample of " + name);
    }
    int column = line.column();
    line.refuseCarriageReturn(column - 1);
    String word = line.token().toUpperCase(Locale.ROOT);
    for (MetricType type : MetricType.values()) {
      if (type.name().equals(word)) {
        declared.put(name, type);
      }
    }
    if (!declared.containsKey(name)) {
      throw line.refusal(column, RefusalReason.MALFORMED, "unknown type");
    }
    line.skipBlanks();
    if (!line.atEnd()) {
      throw line.malformedHere("expected the end of the line");
    }
  }

  private void sample(ReferenceLine.Sample sample) throws PushRefusedException {
    samples++;
    String name = familyName(sample.name());
    MetricType type = declared.getOrDefault(name, MetricType.UNTYPED);
    ReferenceSample read =
        ReferenceSample.read(sample, type, sample.name().substring(name.length()), pathLabels);
    if (read.isSkipped()) {
      skipped++;
      return;
    }
    families.computeIfAbsent(name, n -> new ReferenceFamily(n, type)).addPushed(read);
  }

  /** An exact name wins; else the parts of a declared histogram or summary. */
  private String familyName(String sampleName) {
    if (declared.containsKey(sampleName) || families.containsKey(sampleName)) {
      return sampleName;
    }
    int underscore = sampleName.lastIndexOf('_');
    if (underscore < 0) {
      return sampleName;
    }
    String base = sampleName.substring(0, underscore);
    MetricType type = declared.get(base);
    boolean isPart = type != null && ReferenceFamily.sampleNames(base, type).contains(sampleName);
    return isPart ? base : sampleName;
  }
}
