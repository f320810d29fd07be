package dev.pag.netty;

import java.util.List;
import java.util.Locale;

/** Reads Accept-Encoding (RFC 9110, section 12.5.3) for the one question we have: gzip or not. */
final class AcceptEncoding {
  private static final double NOT_NAMED = -1;

  private AcceptEncoding() {}

  /**
   * The client takes gzip and does not prefer the plain bytes.
   *
   * @param fields values of all Accept-Encoding fields; without any the answer is plain
   */
  static boolean prefersGzip(List<String> fields) {
    double gzip = NOT_NAMED;
    double identity = NOT_NAMED;
    double any = NOT_NAMED;
    for (String field : fields) {
      for (String item : field.split(",", -1)) {
        double quality = quality(item);
        switch (coding(item)) {
          case "gzip", "x-gzip" -> gzip = Math.max(gzip, quality);
          case "identity" -> identity = Math.max(identity, quality);
          case "*" -> any = Math.max(any, quality);
          default -> {} // a coding we do not have
        }
      }
    }
    double wanted = gzip == NOT_NAMED ? any : gzip;
    return wanted > 0 && wanted >= identity;
  }

  private static String coding(String item) {
    int semicolon = item.indexOf(';');
    String coding = semicolon < 0 ? item : item.substring(0, semicolon);
    return coding.strip().toLowerCase(Locale.ROOT);
  }

  /** 1 without a weight; 0, which refuses, if the weight cannot be read. */
  private static double quality(String item) {
    int semicolon = item.indexOf(';');
    if (semicolon < 0) {
      return 1;
    }
    String weight = item.substring(semicolon + 1).strip().toLowerCase(Locale.ROOT);
    // RFC 9110, section 12.4.2: "0" or "1", then at most three decimals.
    boolean legal = weight.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)");
    return legal ? Double.parseDouble(weight.substring(2)) : 0;
  }
}
