package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
  private final Readiness readiness = new Readiness(2, clock::get);

  @Test
  void ready_beforeStartAndWhileDraining_no() {
    assertThat(readiness.ready()).isFalse();
    readiness.serve();
    assertThat(readiness.ready()).isTrue();
    readiness.drain();
    assertThat(readiness.ready()).isFalse();
  }

  @Test
  void ready_oneLoopSilent_noUntilItBeats() {
    readiness.serve();
    clock.addAndGet(Readiness.MAX_SILENCE_NANOS);
    readiness.beat(0);
    assertThat(readiness.ready()).isTrue();

    clock.addAndGet(1);
    assertThat(readiness.ready()).isFalse();

    readiness.beat(1);
    assertThat(readiness.ready()).isTrue();
  }

  @Test
  void ready_pageAwaitedTooLong_noUntilItComes() {
    readiness.serve();
    readiness.pageAwaited();
    clock.addAndGet(Readiness.MAX_RENDER_NANOS + 1);
    readiness.beat(0);
    readiness.beat(1);
    assertThat(readiness.ready()).isFalse();

    readiness.pageArrived();
    assertThat(readiness.ready()).isTrue();
  }
}
