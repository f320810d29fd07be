package dev.pag;

import dev.pag.aggregate.PendingPush;
import dev.pag.aggregate.SeriesStore;
import dev.pag.ascii.ByteWriter;

/** What one push in work needs: buffers and the readers that fill them. Kept for the next push. */
final class Workspace {
  private final FamilyStates states = new FamilyStates();
  private final PendingPush pending;
  private final KnownLines knownLines;
  private final NewLines newLines;
  private final ByteWriter carry = new ByteWriter(1024);

  Workspace(SeriesStore store, GatewayConfig config) {
    this.pending = new PendingPush(store, config.maxBuckets());
    this.knownLines = new KnownLines(store, pending, states, config.maxLineBytes());
    this.newLines = new NewLines(store, pending, states, config);
  }

  PendingPush pending() {
    return pending;
  }

  KnownLines knownLines() {
    return knownLines;
  }

  NewLines newLines() {
    return newLines;
  }

  /** The begin of a line whose end has not come yet. */
  ByteWriter carry() {
    return carry;
  }

  void clear() {
    pending.clear();
    states.clear();
    carry.truncate(0);
  }

  /** Memory held, roughly. */
  long byteSize() {
    return pending.byteSize() + carry.capacity();
  }
}
