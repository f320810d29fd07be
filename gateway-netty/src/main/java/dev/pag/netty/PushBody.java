package dev.pag.netty;

import dev.pag.PushSession;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * The body of a push on its way into the engine.
 *
 * <p>Threads: the connection's event loop. Cost: one copy of the bytes, into a buffer that belongs
 * to the event loop and not to the connection, so that it stays in the processor's cache
 * (docs/PERFORMANCE.md).
 */
final class PushBody implements RequestBody {
  /** As long as the longest piece of a body the decoder hands out. */
  static final int SCRATCH_BYTES = 64 * 1024;

  private static final FastThreadLocal<byte[]> SCRATCH =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[SCRATCH_BYTES];
        }
      };

  private final PushSession session;
  private final BodyLimit limit;
  private boolean over;

  PushBody(PushSession session, long maxBytes) {
    this.session = session;
    this.limit = new BodyLimit(maxBytes);
  }

  @Override
  public void read(ByteBuf content) throws PushRefusedException {
    try {
      limit.add(content.readableBytes());
    } catch (PushRefusedException tooLarge) {
      abort(tooLarge.reason());
      throw tooLarge;
    }
    try {
      feed(content);
    } catch (PushRefusedException refused) {
      over = true;
      throw refused;
    }
  }

  private void feed(ByteBuf content) throws PushRefusedException {
    byte[] scratch = SCRATCH.get();
    while (content.isReadable()) {
      int length = Math.min(content.readableBytes(), scratch.length);
      content.readBytes(scratch, 0, length);
      session.feed(scratch, 0, length);
    }
  }

  @Override
  public void end() throws PushRefusedException {
    try {
      session.finish();
      over = true;
    } catch (PushRefusedException refused) {
      over = true; // not after a bug in the engine: then abort is still to free what it holds
      throw refused;
    }
  }

  @Override
  public void abort(RefusalReason reason) {
    if (!over) {
      over = true;
      session.abort(reason);
    }
  }
}
