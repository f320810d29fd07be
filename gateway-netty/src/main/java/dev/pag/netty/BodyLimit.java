package dev.pag.netty;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;

/** Counts the bytes of one body, for those that do not tell their length before. */
final class BodyLimit {
  private final long maxBytes;
  private long bytes;

  BodyLimit(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * @throws PushRefusedException if the body is now longer than the limit
   */
  void add(int more) throws PushRefusedException {
    bytes += more;
    if (bytes > maxBytes) {
      throw new PushRefusedException(
          RefusalReason.BODY_TOO_LARGE, "body too large, limit " + maxBytes + " bytes");
    }
  }
}
