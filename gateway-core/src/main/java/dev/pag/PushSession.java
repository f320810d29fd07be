package dev.pag;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;

/**
 * One push body on its way in: any number of {@link #feed} calls, then {@link #finish} or {@link
 * #abort}. Nothing is visible to anybody before finish returns.
 *
 * <p>Threads: one at a time; not tied to one thread. After a thrown refusal the session is over and
 * must not be used again (abort is then a no-op).
 */
public final class PushSession {
  PushSession() {}

  /**
   * Reads the next bytes of the body; cut anywhere. The array is not kept.
   *
   * @throws PushRefusedException if the body is wrong; the push is over and counted
   */
  public void feed(byte[] bytes, int from, int to) throws PushRefusedException {
    throw new UnsupportedOperationException();
  }

  /**
   * Checks the push as a whole and applies it at one cut.
   *
   * @throws PushRefusedException if it cannot be applied; the push is over and counted
   */
  public PushResult finish() throws PushRefusedException {
    throw new UnsupportedOperationException();
  }

  /** Drops the push for a reason the engine does not know, such as a lost connection; counted. */
  public void abort(RefusalReason reason) {
    throw new UnsupportedOperationException();
  }
}
