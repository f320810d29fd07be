package dev.pag;

import dev.pag.model.PushRefusedException;

/** The labels of a request path such as {@code /metrics/job/x/instance/y}, checked and sorted. */
public final class PathLabels {
  public static final PathLabels NONE = new PathLabels();

  private PathLabels() {}

  /**
   * Reads the label part of a raw, still percent-encoded path.
   *
   * @param rawLabels what follows {@code /metrics} in the request target, without the query: for
   *     example {@code /job/x/instance/y}; slashes at both ends do not matter
   * @throws PushRefusedException if the labels are odd in number or not legal
   */
  public static PathLabels parse(String rawLabels) throws PushRefusedException {
    throw new UnsupportedOperationException();
  }

  /** The value of label {@code name}, or null if absent; for the own metric by push job. */
  public @org.jspecify.annotations.Nullable String value(String name) {
    return null;
  }
}
