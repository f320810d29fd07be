package dev.pag.cli;

/** The operator asked for something that cannot be; the message is one line that says what. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
