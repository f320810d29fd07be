package dev.pag.parse;

import dev.pag.ascii.ByteSearch;
import dev.pag.ascii.Excerpt;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;

/**
 * One line of a body and its number, for reading and for telling where something is wrong.
 *
 * <p>A flyweight, re-pointed line by line; it does not hold the line end. Threads: one.
 */
public final class Line {
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private long number;

  /**
   * Points at {@code bytes[from, to)}.
   *
   * @param newNumber counts from 1
   */
  public void set(byte[] newBytes, int newFrom, int newTo, long newNumber) {
    bytes = newBytes;
    from = newFrom;
    to = newTo;
    number = newNumber;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  public long number() {
    return number;
  }

  /** A refusal that points at byte {@code at} of this line and shows the bytes there. */
  public PushRefusedException refusal(RefusalReason reason, int at, String what) {
    String found = at >= to ? "end of line" : "'" + Excerpt.of(bytes, at, to) + "'";
    return PushRefusedException.at(reason, number, at - from + 1, what + ", found " + found);
  }

  /** A refusal about this line as a whole. */
  public PushRefusedException refusal(RefusalReason reason, String what) {
    return PushRefusedException.at(reason, number, 1, what);
  }

  /**
   * Names the usual reason why the end of a line is not understood: it was sent with CR LF.
   *
   * @throws PushRefusedException if there is a carriage return in this line from {@code start} on
   */
  public void refuseCarriageReturn(int start) throws PushRefusedException {
    int at = ByteSearch.indexOf(bytes, start, to, (byte) '\r');
    if (at >= 0) {
      throw refusal(RefusalReason.MALFORMED, at, "lines must end with a line feed alone");
    }
  }
}
