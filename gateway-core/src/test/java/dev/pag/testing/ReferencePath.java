package dev.pag.testing;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Path labels by the contract's section 1.8. */
final class ReferencePath {
  private static final String BASE64 = "@base64";

  private ReferencePath() {}

  /** The non-empty labels of a raw path, by name. */
  static SortedMap<String, String> parse(String rawLabels) throws PushRefusedException {
    String stripped = rawLabels.replaceAll("^/+|/+$", "");
    SortedMap<String, String> labels = new TreeMap<>();
    if (stripped.isEmpty()) {
      return labels;
    }
    List<String> parts = Arrays.asList(stripped.split("/", -1));
    if (parts.size() % 2 != 0) {
      throw refusal("labels must be defined in pairs");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < parts.size(); i += 2) {
      addPair(percentDecode(parts.get(i)), percentDecode(parts.get(i + 1)), names, labels);
    }
    return labels;
  }

  private static void addPair(
      String rawName, String rawValue, Set<String> names, SortedMap<String, String> labels)
      throws PushRefusedException {
    boolean encoded = rawName.endsWith(BASE64);
    String name = encoded ? rawName.substring(0, rawName.length() - BASE64.length()) : rawName;
    String value = encoded ? base64Decode(rawValue) : rawValue;
    if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*") || name.startsWith("__")) {
      throw refusal("not a usable label name: " + name);
    }
    if (!names.add(name)) {
      throw refusal("duplicate label " + name);
    }
    if (!value.isEmpty()) {
      labels.put(name, value);
    }
  }

  private static String percentDecode(String part) throws PushRefusedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) != '%') {
        bytes.write(part.charAt(i));
      } else if (part.substring(i).matches("(?s)%[0-9a-fA-F]{2}.*")) {
        bytes.write(Integer.parseInt(part.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        throw refusal("bad percent escape");
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static String base64Decode(String text) throws PushRefusedException {
    try {
      return utf8(Base64.getUrlDecoder().decode(text.replaceAll("=+$", "")));
    } catch (IllegalArgumentException e) {
      throw refusal("bad base64");
    }
  }

  private static String utf8(byte[] bytes) throws PushRefusedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refusal("not UTF-8");
    }
  }

  private static PushRefusedException refusal(String what) {
    return new PushRefusedException(RefusalReason.PATH_LABELS, "path labels: " + what);
  }
}
