package dev.pag.netty;

/** A listener could not be opened; the message is one line for the operator. */
public final class BindFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  BindFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
