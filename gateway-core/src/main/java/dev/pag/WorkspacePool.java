package dev.pag;

import dev.pag.aggregate.SeriesStore;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.LongAdder;

/**
 * Workspaces at rest, and how much memory those in work hold.
 *
 * <p>Threads: any. A workspace that one large push has blown up is not kept.
 */
final class WorkspacePool {
  private static final int MAX_KEPT = 256;
  private static final long MAX_KEPT_BYTES = 1 << 20;

  private final SeriesStore store;
  private final GatewayConfig config;
  private final ArrayDeque<Workspace> free = new ArrayDeque<>();
  private final LongAdder bytesInWork = new LongAdder();

  WorkspacePool(SeriesStore store, GatewayConfig config) {
    this.store = store;
    this.config = config;
  }

  Workspace take() {
    synchronized (free) {
      Workspace kept = free.pollLast();
      if (kept != null) {
        return kept;
      }
    }
    return new Workspace(store, config);
  }

  /** Takes a workspace back, whatever state its push left it in. */
  void giveBack(Workspace workspace) {
    workspace.clear();
    if (workspace.byteSize() > MAX_KEPT_BYTES) {
      return;
    }
    synchronized (free) {
      if (free.size() < MAX_KEPT) {
        free.addLast(workspace);
      }
    }
  }

  /** Notes that a push in work holds {@code change} bytes more. */
  void countBytes(long change) {
    bytesInWork.add(change);
  }

  long bytesInWork() {
    return bytesInWork.sum();
  }
}
