package dev.pag.benchmarks.stage;

import dev.pag.Gateway;
import dev.pag.GatewayConfig;
import dev.pag.GatewayMetrics;
import dev.pag.PathLabels;
import dev.pag.PushResult;
import dev.pag.PushSession;
import dev.pag.model.PushRefusedException;

/** Pushes into a gateway as the server would, but without one. */
final class EnginePushes {
  /** The server hands bodies over in chunks of at most this many bytes. */
  private static final int CHUNK_BYTES = 64 * 1024;

  private EnginePushes() {}

  static Gateway emptyGateway() {
    return new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);
  }

  /** A gateway that has seen {@code bodies} once. */
  static Gateway gatewayOf(byte[][] bodies) {
    Gateway gateway = emptyGateway();
    pushAll(gateway, PathLabels.NONE, bodies);
    return gateway;
  }

  static PathLabels labels(String path) {
    try {
      return PathLabels.parse(path);
    } catch (PushRefusedException e) {
      throw new IllegalStateException("bug: wrong path " + path, e);
    }
  }

  /** Returns the samples of all pushes. */
  static long pushAll(Gateway gateway, PathLabels labels, byte[][] bodies) {
    long samples = 0;
    for (byte[] body : bodies) {
      samples += push(gateway, labels, body).samples();
    }
    return samples;
  }

  static PushResult push(Gateway gateway, PathLabels labels, byte[] body) {
    PushSession session = gateway.openPush(labels);
    try {
      for (int from = 0; from < body.length; from += CHUNK_BYTES) {
        session.feed(body, from, Math.min(body.length, from + CHUNK_BYTES));
      }
      return session.finish();
    } catch (PushRefusedException e) {
      throw new IllegalStateException("bug: refused a right push", e);
    }
  }
}
