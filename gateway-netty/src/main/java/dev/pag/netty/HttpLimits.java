package dev.pag.netty;

import java.time.Duration;

/**
 * What one connection may take before it is cut.
 *
 * <p>Deadlines are looked at by a timer that ticks four times in the shortest of them, so they act
 * up to that much late, never early.
 *
 * @param maxBodyBytes decoded bytes of one request body; 413 above. Also what is read and thrown
 *     away after a refusal, see {@code lingerTimeout}
 * @param maxRequestLineBytes method, target and version; 414 above
 * @param maxHeaderBytes all header fields together; 431 above
 * @param maxHeaderFields number of header fields; 431 above
 * @param idleTimeout from the connection's start, or its last answer, to the last byte of the next
 *     request's head: an absolute deadline, so a byte now and then does not move it
 * @param bodyStallTimeout without a byte inside a request body; 408
 * @param writeStallTimeout without a byte taken by the client while an answer is being written
 * @param lingerTimeout how long input is still read and thrown away after an answer that came
 *     before the end of the body, so that the client gets to read the answer
 */
public record HttpLimits(
    long maxBodyBytes,
    int maxRequestLineBytes,
    int maxHeaderBytes,
    int maxHeaderFields,
    Duration idleTimeout,
    Duration bodyStallTimeout,
    Duration writeStallTimeout,
    Duration lingerTimeout) {
  private static final int KIB = 1024;

  public static final HttpLimits DEFAULT =
      new HttpLimits(
          16L * KIB * KIB,
          8 * KIB,
          16 * KIB,
          100,
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5));

  /**
   * @throws IllegalArgumentException if a limit is less than 1 or a timeout is not positive
   */
  public HttpLimits {
    requirePositive("maxBodyBytes", maxBodyBytes);
    requirePositive("maxRequestLineBytes", maxRequestLineBytes);
    requirePositive("maxHeaderBytes", maxHeaderBytes);
    requirePositive("maxHeaderFields", maxHeaderFields);
    requirePositive("idleTimeout", idleTimeout.toNanos());
    requirePositive("bodyStallTimeout", bodyStallTimeout.toNanos());
    requirePositive("writeStallTimeout", writeStallTimeout.toNanos());
    requirePositive("lingerTimeout", lingerTimeout.toNanos());
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " < 1: " + value);
    }
  }

  public HttpLimits withMaxBodyBytes(long bytes) {
    return new HttpLimits(
        bytes,
        maxRequestLineBytes,
        maxHeaderBytes,
        maxHeaderFields,
        idleTimeout,
        bodyStallTimeout,
        writeStallTimeout,
        lingerTimeout);
  }

  HttpLimits withWriteStallTimeout(Duration timeout) {
    return new HttpLimits(
        maxBodyBytes,
        maxRequestLineBytes,
        maxHeaderBytes,
        maxHeaderFields,
        idleTimeout,
        bodyStallTimeout,
        timeout,
        lingerTimeout);
  }

  /** The period of the timer that looks at a connection's deadlines. */
  long tickNanos() {
    long shortest =
        Math.min(
            Math.min(idleTimeout.toNanos(), bodyStallTimeout.toNanos()),
            Math.min(writeStallTimeout.toNanos(), lingerTimeout.toNanos()));
    return Math.max(1, shortest / 4);
  }
}
