package dev.pag.netty;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import io.netty.buffer.ByteBuf;

/** Takes the body of the request in work. Threads: the connection's event loop. */
interface RequestBody {
  /**
   * Reads all of {@code content}, which stays the caller's.
   *
   * @throws PushRefusedException if the body is refused; it is over then
   */
  void read(ByteBuf content) throws PushRefusedException;

  /**
   * The body is complete.
   *
   * @throws PushRefusedException if it is refused as a whole; it is over then
   */
  void end() throws PushRefusedException;

  /** The rest of the body will not come. Does nothing if the body is over. */
  void abort(RefusalReason reason);
}
