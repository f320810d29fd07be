package dev.pag.netty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may talk to the API.
 *
 * <p>Enforced by the server, not only announced: a simple cross-origin POST reaches us without a
 * preflight, so a foreign Origin is refused before its body is read.
 */
public final class CorsPolicy {
  private final boolean any;
  private final List<OriginPattern> origins;

  private CorsPolicy(boolean any, List<OriginPattern> origins) {
    this.any = any;
    this.origins = origins;
  }

  /**
   * Reads {@code *}, a comma separated list of origins, or nothing for no other origin at all.
   *
   * @throws IllegalArgumentException with one line if {@code text} is neither
   */
  public static CorsPolicy parse(String text) {
    if (text.isBlank()) {
      return new CorsPolicy(false, List.of());
    }
    if (text.strip().equals("*")) {
      return new CorsPolicy(true, List.of());
    }
    List<OriginPattern> origins = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      origins.add(OriginPattern.parse(entry.strip()));
    }
    return new CorsPolicy(false, List.copyOf(origins));
  }

  /** Every origin may. */
  boolean allowsAny() {
    return any;
  }

  /**
   * @param originFields values of all Origin fields of the request
   * @param host value of its Host field, null if it has none
   */
  CorsVerdict judge(List<String> originFields, @Nullable String host) {
    if (originFields.isEmpty()) {
      return CorsVerdict.SAME_ORIGIN;
    }
    if (originFields.size() > 1) {
      return CorsVerdict.REFUSED;
    }
    String origin = originFields.get(0);
    if (isOwn(origin, host)) {
      return CorsVerdict.SAME_ORIGIN;
    }
    return any ? CorsVerdict.ANY : judgeForeign(origin);
  }

  private CorsVerdict judgeForeign(String origin) {
    String lowerCase = origin.toLowerCase(Locale.ROOT);
    for (OriginPattern pattern : origins) {
      if (pattern.matches(lowerCase)) {
        return CorsVerdict.echo(origin);
      }
    }
    return CorsVerdict.REFUSED;
  }

  /** Both schemes count: behind a proxy that ends TLS we cannot know which one the page used. */
  private static boolean isOwn(String origin, @Nullable String host) {
    return host != null
        && !host.isEmpty()
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }
}
