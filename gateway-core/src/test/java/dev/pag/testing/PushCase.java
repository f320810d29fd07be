package dev.pag.testing;

import dev.pag.model.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One push of a case file.
 *
 * <p>Leading lines that start with {@code #!} are directives and no part of the body: {@code note
 * TEXT} (what the case shows), {@code path=RAW} (the path after {@code /metrics}), {@code
 * LINE:COLUMN REASON} (refused there; lines of the body and bytes count from 1), {@code refused
 * REASON} (refused, wherever).
 *
 * @param name the file's name without its ending
 * @param rawPath path labels as they stand in the request
 * @param refusal the reason expected, null if the push is to be accepted
 * @param position {@code line L, column C: } as messages start, empty if it does not matter
 * @param body the bytes to push; not to be written to
 */
// The arrays of a case are never compared; the case's name is its identity.
@SuppressWarnings("ArrayRecordComponent")
public record PushCase(
    String name, String rawPath, @Nullable RefusalReason refusal, String position, byte[] body) {
  private static final String MARK = "#!";

  static PushCase parse(String name, byte[] file) {
    PushCase parsed = new PushCase(name, "", null, "", file);
    int from = 0;
    String text = new String(file, StandardCharsets.ISO_8859_1);
    while (text.startsWith(MARK, from)) {
      int end = text.indexOf('\n', from);
      parsed = parsed.withDirective(text.substring(from + MARK.length(), end).strip());
      from = end + 1;
    }
    byte[] body = Arrays.copyOfRange(file, from, file.length);
    return new PushCase(name, parsed.rawPath, parsed.refusal, parsed.position, body);
  }

  private PushCase withDirective(String directive) {
    if (directive.startsWith("note ")) {
      return this;
    }
    if (directive.startsWith("path=")) {
      return new PushCase(name, directive.substring("path=".length()), refusal, position, body);
    }
    String[] words = directive.split(" ", 2);
    String where = words[0];
    RefusalReason reason = RefusalReason.valueOf(words[1].toUpperCase(Locale.ROOT));
    if (where.equals("refused")) {
      return new PushCase(name, rawPath, reason, "", body);
    }
    String[] place = where.split(":", 2);
    int line = Integer.parseInt(place[0]);
    int column = Integer.parseInt(place[1]);
    return new PushCase(name, rawPath, reason, "line " + line + ", column " + column + ": ", body);
  }

  @Override
  public String toString() {
    return name;
  }
}
