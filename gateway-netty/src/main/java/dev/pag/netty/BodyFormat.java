package dev.pag.netty;

import dev.pag.model.RefusalReason;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which bodies are read: plain text 0.0.4, and whatever calls itself something unknown. */
final class BodyFormat {
  private static final String OPENMETRICS = "application/openmetrics-text";
  private static final String PROTOBUF = "application/vnd.google.protobuf";

  private BodyFormat() {}

  /** Null if the body may be read as text 0.0.4. */
  static @Nullable Refusal refusal(HttpHeaders headers) {
    for (String field : headers.getAll(HttpHeaderNames.CONTENT_ENCODING)) {
      for (String coding : field.split(",", -1)) {
        if (!isPlain(coding.strip())) {
          return badCoding(coding.strip());
        }
      }
    }
    List<String> types = headers.getAll(HttpHeaderNames.CONTENT_TYPE);
    return types.isEmpty() ? null : typeRefusal(types.get(0));
  }

  private static boolean isPlain(String coding) {
    return coding.isEmpty() || coding.equalsIgnoreCase("identity");
  }

  private static Refusal badCoding(String coding) {
    // RFC 9110, section 15.5.16: a 415 about a coding tells in Accept-Encoding which are read.
    return Refusal.of(
        RefusalReason.UNSUPPORTED_FORMAT,
        "content encoding '" + Excerpt.of(coding) + "' is not supported: send the body plain",
        new Header(HttpHeaderNames.ACCEPT_ENCODING, "identity"));
  }

  private static @Nullable Refusal typeRefusal(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case OPENMETRICS, PROTOBUF ->
          Refusal.of(
              RefusalReason.UNSUPPORTED_FORMAT,
              "content type '"
                  + Excerpt.of(type.strip())
                  + "' is not supported: send text format 0.0.4");
      default -> null;
    };
  }
}
