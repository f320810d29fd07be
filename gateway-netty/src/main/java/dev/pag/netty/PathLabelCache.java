package dev.pag.netty;

import dev.pag.PathLabels;
import dev.pag.model.PushRefusedException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Path labels by the raw text they were read from: senders push to few paths, many times.
 *
 * <p>Threads: any. Clients choose the paths, so it is bounded: long ones are not kept, and a full
 * cache starts anew, which costs no more than having none.
 */
final class PathLabelCache {
  static final int MAX_ENTRIES = 1_000;
  static final int MAX_LENGTH = 512;

  private final ConcurrentHashMap<String, PathLabels> known = new ConcurrentHashMap<>();

  /**
   * As {@link PathLabels#parse}.
   *
   * @throws PushRefusedException if the labels are odd in number or not legal; that is not kept
   */
  PathLabels parse(String rawLabels) throws PushRefusedException {
    PathLabels labels = known.get(rawLabels);
    if (labels == null) {
      labels = PathLabels.parse(rawLabels);
      keep(rawLabels, labels);
    }
    return labels;
  }

  private void keep(String rawLabels, PathLabels labels) {
    if (rawLabels.length() > MAX_LENGTH) {
      return;
    }
    if (known.size() >= MAX_ENTRIES) {
      known.clear();
    }
    known.put(rawLabels, labels);
  }

  int size() {
    return known.size();
  }
}
