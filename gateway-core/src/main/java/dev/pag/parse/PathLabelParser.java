package dev.pag.parse;

import dev.pag.ascii.AsciiTable;
import dev.pag.ascii.Excerpt;
import dev.pag.ascii.Utf8;
import dev.pag.model.LabelSet;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the labels in a request path: {@code /job/x/instance/y}, percent-encoded, or with {@code
 * name@base64} for values that do not survive in a path.
 *
 * <p>Works on the raw path and decodes each part once, so an encoded slash stays in its value.
 * Source of the base64 form: the Pushgateway's documentation of its URL.
 */
public final class PathLabelParser {
  /** Far beyond what a request line may hold; keeps a series text within a page of spellings. */
  private static final int MAX_PATH_CHARS = 32 * 1024;

  private static final String BASE64_SUFFIX = "@base64";

  private PathLabelParser() {}

  /**
   * The labels of {@code raw}, which follows {@code /metrics} in the request target.
   *
   * @throws PushRefusedException if they are odd in number or not legal
   */
  public static LabelSet parse(String raw, int maxLabels, int maxNameBytes)
      throws PushRefusedException {
    String stripped = stripSlashes(raw);
    if (stripped.length() > MAX_PATH_CHARS) {
      throw refusal("longer than " + MAX_PATH_CHARS + " characters", stripped);
    }
    if (stripped.isEmpty()) {
      return LabelSet.EMPTY;
    }
    String[] parts = stripped.split("/", -1);
    if (parts.length % 2 != 0) {
      throw refusal("labels must be defined in pairs", stripped);
    }
    TreeMap<String, String> labels = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < parts.length; i += 2) {
      String part = new String(percentDecode(parts[i]), StandardCharsets.UTF_8);
      boolean base64 = part.endsWith(BASE64_SUFFIX);
      String name = readName(base64 ? withoutSuffix(part) : part, maxNameBytes);
      if (!seen.add(name)) {
        throw refusal("duplicate label", name);
      }
      labels.put(name, readValue(base64, parts[i + 1]));
    }
    if (labels.size() > maxLabels) {
      throw refusal("more than " + maxLabels + " labels", stripped);
    }
    return LabelSet.of(labels);
  }

  private static String stripSlashes(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && raw.charAt(from) == '/') {
      from++;
    }
    while (to > from && raw.charAt(to - 1) == '/') {
      to--;
    }
    return raw.substring(from, to);
  }

  private static String withoutSuffix(String part) {
    return part.substring(0, part.length() - BASE64_SUFFIX.length());
  }

  private static String readName(String part, int maxNameBytes) throws PushRefusedException {
    byte[] name = part.getBytes(StandardCharsets.UTF_8);
    if (name.length > maxNameBytes) {
      throw refusal("label name longer than " + maxNameBytes + " bytes", part);
    }
    if (!AsciiTable.isLabelName(name, 0, name.length)) {
      throw refusal("not a label name (names beyond a-z, A-Z, 0-9, _ are not supported yet)", part);
    }
    if (part.startsWith("__")) {
      throw refusal("label names starting with __ are reserved", part);
    }
    return part;
  }

  private static String readValue(boolean base64, String rawValue) throws PushRefusedException {
    byte[] value = percentDecode(rawValue);
    if (base64) {
      value = base64Decode(value, rawValue);
    }
    if (Utf8.firstInvalid(value, 0, value.length) >= 0) {
      throw refusal("label value is not UTF-8", rawValue);
    }
    return new String(value, StandardCharsets.UTF_8);
  }

  /** URL-safe alphabet, padding optional; a single = stands for the empty value. */
  private static byte[] base64Decode(byte[] encoded, String raw) throws PushRefusedException {
    if (encoded.length == 1 && encoded[0] == '=') {
      return new byte[0];
    }
    try {
      return Base64.getUrlDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw refusal("label value is not base64 (URL-safe alphabet)", raw);
    }
  }

  /** Not {@code URLDecoder}: in a path a plus is a plus. */
  private static byte[] percentDecode(String part) throws PushRefusedException {
    byte[] raw = part.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        decoded.write(raw[i]);
      } else {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
        if (low < 0) {
          throw refusal("incomplete percent escape", part);
        }
        decoded.write(high << 4 | low);
        i += 2;
      }
    }
    return decoded.toByteArray();
  }

  private static PushRefusedException refusal(String what, String where) {
    byte[] bytes = where.getBytes(StandardCharsets.UTF_8);
    return new PushRefusedException(
        RefusalReason.PATH_LABELS,
        "path labels: " + what + ": '" + Excerpt.of(bytes, 0, bytes.length) + "'");
  }
}
