package dev.pag.netty;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where to listen, as Go programs write it: {@code :80}, {@code host:80}, {@code [::1]:80}.
 *
 * @param host name or address without brackets; empty for all addresses, IPv4 and IPv6
 * @param port 0 lets the system choose a free one
 */
public record ListenAddress(String host, int port) {
  private static final int MAX_PORT = 65_535;

  /**
   * Reads the text of a flag.
   *
   * @throws IllegalArgumentException with one line if {@code text} is none of the forms
   */
  public static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw bad(text, "expected host:port or :port");
    }
    return new ListenAddress(
        parseHost(text, text.substring(0, colon)), parsePort(text, text.substring(colon + 1)));
  }

  private static String parseHost(String text, String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (bare.indexOf('[') >= 0 || bare.indexOf(']') >= 0) {
      throw bad(text, "brackets must enclose the whole host");
    }
    if (!bracketed && bare.indexOf(':') >= 0) {
      throw bad(text, "an IPv6 address needs brackets, as in [::1]:80");
    }
    if (bare.chars().anyMatch(c -> c <= ' ' || c == '/' || c == 0x7f)) {
      throw bad(text, "the host must not contain blanks or slashes");
    }
    return bare;
  }

  private static int parsePort(String text, String port) {
    boolean digits = !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || port.length() > 5 || Integer.parseInt(port) > MAX_PORT) {
      throw bad(text, "the port must be a number from 0 to 65535");
    }
    return Integer.parseInt(port);
  }

  private static IllegalArgumentException bad(String text, String problem) {
    return new IllegalArgumentException(
        "bad listen address '" + Excerpt.of(text) + "': " + problem);
  }

  /** Resolves the host; unresolved if it has no address. */
  InetSocketAddress toSocketAddress() {
    return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
  }

  /** By hand, since a record's own is put together at run time, in a twentieth of a start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListenAddress that && host.equals(that.host) && port == that.port;
  }

  @Override
  public int hashCode() {
    return 31 * host.hashCode() + port;
  }

  /** The form {@link #parse} reads. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
