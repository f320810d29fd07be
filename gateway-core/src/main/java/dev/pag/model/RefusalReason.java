package dev.pag.model;

import java.util.Locale;

/**
 * Why a push was refused: one constant serves the answer's status, the log and the own metric.
 *
 * <p>Engine reasons and edge reasons stand together so that no refusal lacks a name.
 */
public enum RefusalReason {
  /** The body does not follow its format. */
  MALFORMED(400),
  /** Well formed, but a value or a label breaks the rules of its metric type. */
  INVALID(400),
  /** The same series, bucket bound or label more than once. */
  DUPLICATE(400),
  /** The family is stored, or pushed in the same body, with another type. */
  TYPE_CONFLICT(400),
  /** The labels in the request path are not usable. */
  PATH_LABELS(400),
  /** A line, a number of labels, of buckets or of bytes above a fixed limit. */
  LIMIT(400),
  /** The sender went away before the body was complete. */
  INCOMPLETE(400),
  UNAUTHORIZED(401),
  FOREIGN_ORIGIN(403),
  /** Nothing moved on the connection for too long. */
  TIMEOUT(408),
  BODY_TOO_LARGE(413),
  /** A Content-Encoding or Content-Type the gateway does not read. */
  UNSUPPORTED_FORMAT(415),
  /** A fault of the gateway itself, which its log tells about. */
  INTERNAL(500),
  /** The gateway is stopping. */
  STOPPING(503);

  private final int status;
  private final String label;

  RefusalReason(int status) {
    this.status = status;
    this.label = name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The value of the {@code reason} label in the own metrics. */
  public String label() {
    return label;
  }
}
