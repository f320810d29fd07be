package dev.pag.model;

/**
 * A push that is refused as a whole; nothing of it is applied.
 *
 * <p>The message is one line, safe to log and to answer: client bytes in it are escaped and cut. No
 * stack trace: the sender's fault has no place in our code, and hostile input must stay cheap.
 */
public final class PushRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RefusalReason reason;

  public PushRefusedException(RefusalReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** A refusal that names its place; line and column count from 1, columns in bytes. */
  public static PushRefusedException at(RefusalReason reason, long line, int column, String what) {
    return new PushRefusedException(reason, "line " + line + ", column " + column + ": " + what);
  }

  public RefusalReason reason() {
    return reason;
  }
}
