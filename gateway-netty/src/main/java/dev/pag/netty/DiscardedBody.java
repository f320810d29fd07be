package dev.pag.netty;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import io.netty.buffer.ByteBuf;

/** The body of a request that needs none: read to its end, so that the connection stays usable. */
final class DiscardedBody implements RequestBody {
  private final BodyLimit limit;

  DiscardedBody(long maxBytes) {
    this.limit = new BodyLimit(maxBytes);
  }

  @Override
  public void read(ByteBuf content) throws PushRefusedException {
    limit.add(content.readableBytes());
  }

  @Override
  public void end() {}

  @Override
  public void abort(RefusalReason reason) {}
}
