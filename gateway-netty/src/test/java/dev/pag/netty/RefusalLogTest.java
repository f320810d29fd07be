package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.RefusalReason;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final List<String> lines = new ArrayList<>();
  private final RefusalLog log = new RefusalLog(clock::get, lines::add);

  @Test
  void refused_onePush_oneLineWithoutQueryAndCredentials() {
    refuse("/metrics/job/a%0ab/\u00e9?token=hush");

    assertThat(lines)
        .containsExactly(
            "push refused: 401 unauthorized, POST /metrics/job/a%0ab/\\xe9 from null: who are you");
  }

  @Test
  void refused_longPath_cut() {
    refuse("/metrics/" + "x".repeat(1000));

    assertThat(lines.get(0)).hasSizeLessThan(300).contains("xxx... from");
  }

  @Test
  void refused_manyInASecond_tenLinesThenACount() {
    for (int i = 0; i < 25; i++) {
      refuse("/metrics");
    }
    assertThat(lines).hasSize(10);

    clock.addAndGet(SECOND_NANOS);
    log.reportSuppressed();

    assertThat(lines).hasSize(11);
    assertThat(lines.get(10)).isEqualTo("push refused: 15 more in the last second, not logged");
  }

  @Test
  void refused_nextSecond_loggedAgain() {
    for (int i = 0; i < 11; i++) {
      refuse("/metrics");
    }
    clock.addAndGet(SECOND_NANOS);

    refuse("/metrics/later");

    assertThat(lines.get(10)).contains("1 more");
    assertThat(lines.get(11)).contains("/metrics/later");
  }

  private void refuse(String target) {
    HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, target);
    request.headers().set("Authorization", "Basic hush");
    Refusal refusal = Refusal.of(RefusalReason.UNAUTHORIZED, "who are you");
    RequestPlan plan =
        new RequestPlan(
            Route.POST_METRICS, CorsVerdict.SAME_ORIGIN, new Action.Refuse(refusal, false));
    log.refused(null, Exchange.start(plan, request, RequestMetrics.NONE, 0), refusal);
  }
}
