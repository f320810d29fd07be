package dev.pag;

import dev.pag.aggregate.SeriesStore;
import dev.pag.ascii.SipHash;
import dev.pag.model.LabelSet;
import dev.pag.model.PushRefusedException;

/** What a {@link Gateway} is made of, up to the store, each part within reach. */
final class GatewayParts {
  private static final GatewayConfig CONFIG = GatewayConfig.DEFAULT;

  private final SeriesStore store = new SeriesStore(new SipHash(1, 2));
  private final WorkspacePool pool = new WorkspacePool(store, CONFIG);
  private final PathContexts contexts = new PathContexts(1);

  private GatewayParts() {}

  /** The parts of a gateway that has seen {@code bodies} once. */
  static GatewayParts of(byte[][] bodies) {
    GatewayParts parts = new GatewayParts();
    for (byte[] body : bodies) {
      parts.push(body);
    }
    return parts;
  }

  void push(byte[] body) {
    PushSession session =
        new PushSession(pool, contexts, GatewayMetrics.NONE, CONFIG.maxLineBytes(), LabelSet.EMPTY);
    try {
      session.feed(body, 0, body.length);
      session.finish();
    } catch (PushRefusedException e) {
      throw new IllegalStateException("bug: refused a right push", e);
    }
  }

  SeriesStore store() {
    return store;
  }

  WorkspacePool pool() {
    return pool;
  }
}
