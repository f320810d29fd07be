package dev.pag.netty;

import dev.pag.model.RefusalReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what the edge told about requests. Threads: any. */
final class RecordedMetrics implements RequestMetrics {
  final AtomicInteger inFlight = new AtomicInteger();

  /** Each as {@code handler method status bytes}. */
  final List<String> finished = Collections.synchronizedList(new ArrayList<>());

  final List<String> jobs = Collections.synchronizedList(new ArrayList<>());
  final List<RefusalReason> refused = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void started(Route handler) {
    inFlight.incrementAndGet();
  }

  @Override
  public void finished(
      Route handler, String method, int status, long durationNanos, long responseBytes) {
    finished.add(handler.handler() + " " + method + " " + status + " " + responseBytes);
    inFlight.decrementAndGet();
  }

  @Override
  public void pushJob(String job) {
    jobs.add(job);
  }

  @Override
  public void refusedAtEdge(RefusalReason reason) {
    refused.add(reason);
  }
}
