package dev.pag.netty;

import java.util.Locale;

/**
 * One entry of an origin list: {@code https://app.example.com}, {@code http://localhost:3000}, or
 * {@code https://*.example.com} for one or more labels in place of the star.
 *
 * @param prefix all of the origin, or what stands before the star; lower case
 * @param suffix what stands after the star, from its dot on; empty if there is no star
 */
record OriginPattern(String prefix, String suffix) {
  private static final String STAR = "*.";

  /**
   * @throws IllegalArgumentException if {@code text} is not scheme, {@code ://}, host and optional
   *     port
   */
  static OriginPattern parse(String text) {
    String origin = text.toLowerCase(Locale.ROOT);
    int hostStart = origin.indexOf("://") + 3;
    if (hostStart < 4 || !isScheme(origin.substring(0, hostStart - 3))) {
      throw bad(text, "expected scheme://host");
    }
    boolean star = origin.startsWith(STAR, hostStart);
    String host = origin.substring(hostStart + (star ? STAR.length() : 0));
    if (!isHostAndPort(host)) {
      throw bad(text, "after :// only a host and a port may stand, no path");
    }
    return star
        ? new OriginPattern(origin.substring(0, hostStart), "." + host)
        : new OriginPattern(origin, "");
  }

  private static IllegalArgumentException bad(String text, String problem) {
    return new IllegalArgumentException("bad origin '" + Excerpt.of(text) + "': " + problem);
  }

  private static boolean isScheme(String scheme) {
    return scheme.charAt(0) >= 'a'
        && scheme.charAt(0) <= 'z'
        && scheme.chars().allMatch(c -> isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
  }

  private static boolean isHostAndPort(String host) {
    int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
    String name = colon > 0 ? host.substring(0, colon) : host;
    boolean portFine = colon <= 0 || isPort(host.substring(colon + 1));
    return portFine && (isIpv6Literal(name) || areLabels(name));
  }

  private static boolean isPort(String port) {
    return !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isIpv6Literal(String name) {
    return name.startsWith("[")
        && name.endsWith("]")
        && name.length() > 2
        && name.substring(1, name.length() - 1)
            .chars()
            .allMatch(c -> isLetterOrDigit(c) || c == ':' || c == '.');
  }

  /** One or more non-empty names of letters, digits, {@code -} and {@code _}, split by dots. */
  private static boolean areLabels(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && !name.endsWith(".")
        && !name.contains("..")
        && name.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /**
   * @param origin in lower case
   */
  boolean matches(String origin) {
    if (suffix.isEmpty()) {
      return origin.equals(prefix);
    }
    return origin.length() > prefix.length() + suffix.length()
        && origin.startsWith(prefix)
        && origin.endsWith(suffix)
        && areLabels(origin.substring(prefix.length(), origin.length() - suffix.length()));
  }
}
