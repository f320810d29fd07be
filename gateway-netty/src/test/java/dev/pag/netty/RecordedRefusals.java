package dev.pag.netty;

import dev.pag.GatewayMetrics;
import dev.pag.model.RefusalReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what the engine told about pushes. Threads: any. */
final class RecordedRefusals implements GatewayMetrics {
  final AtomicInteger applied = new AtomicInteger();
  final List<RefusalReason> refused = new CopyOnWriteArrayList<>();

  @Override
  public void pushApplied(long samples, long skipped) {
    applied.incrementAndGet();
  }

  @Override
  public void pushRefused(RefusalReason reason, long samples) {
    refused.add(reason);
  }
}
