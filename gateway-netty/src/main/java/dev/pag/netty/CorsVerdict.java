package dev.pag.netty;

/**
 * What the CORS policy says about one request.
 *
 * @param origin the request's Origin if {@code kind} is {@link Kind#ECHO}, else empty
 */
record CorsVerdict(Kind kind, String origin) {
  enum Kind {
    /** No Origin, or our own: nothing to add. */
    SAME_ORIGIN,
    /** Every origin may: {@code *}. */
    ANY,
    /** This origin may, others may not. */
    ECHO,
    /** A foreign origin: 403. */
    REFUSED
  }

  static final CorsVerdict SAME_ORIGIN = new CorsVerdict(Kind.SAME_ORIGIN, "");
  static final CorsVerdict ANY = new CorsVerdict(Kind.ANY, "");
  static final CorsVerdict REFUSED = new CorsVerdict(Kind.REFUSED, "");

  static CorsVerdict echo(String origin) {
    return new CorsVerdict(Kind.ECHO, origin);
  }

  boolean refused() {
    return kind == Kind.REFUSED;
  }
}
