package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.testing.CaseFiles;
import dev.pag.testing.PushCase;
import dev.pag.testing.Pushes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A push that ends otherwise than by being answered, and what a finished one reports. */
class PushSessionTest {
  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void abort_afterAnyByte_leavesNoTrace() throws PushRefusedException {
    PushCase stored = CaseFiles.stored();
    Pushes.push(gateway, "", stored.body());
    String before = Pushes.page(gateway);

    for (int length = 0; length <= stored.body().length; length++) {
      PushSession session = gateway.openPush(PathLabels.parse("/job/" + length));
      session.feed(stored.body(), 0, length);
      session.abort(RefusalReason.INCOMPLETE);

      assertThat(Pushes.page(gateway)).as("after %d bytes", length).isEqualTo(before);
      assertThat(gateway.stats().stagingBytes()).isZero();
    }
  }

  @Test
  void abort_afterRefusal_doesNothing() throws PushRefusedException {
    PushSession session = gateway.openPush(PathLabels.NONE);
    byte[] body = "oops\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> {
              session.feed(body, 0, body.length);
              session.finish();
            })
        .isInstanceOf(PushRefusedException.class);

    assertThatCode(() -> session.abort(RefusalReason.INCOMPLETE)).doesNotThrowAnyException();

    assertThat(gateway.stats().stagingBytes()).isZero();
  }

  @Test
  void feed_partOfAnArray_readsOnlyThat() throws PushRefusedException {
    byte[] bytes = "oops x 1\n oops".getBytes(StandardCharsets.UTF_8);
    PushSession session = gateway.openPush(PathLabels.NONE);

    session.feed(bytes, 5, 9);
    session.finish();

    assertThat(Pushes.page(gateway)).isEqualTo("# TYPE x untyped\nx 1\n");
  }

  @Test
  void feed_arrayReusedByTheCaller_doesNotMatter() throws PushRefusedException {
    byte[] chunk = new byte[1];
    PushSession session = gateway.openPush(PathLabels.NONE);

    for (byte next : "x{a=\"bc\"} 12\n".getBytes(StandardCharsets.UTF_8)) {
      chunk[0] = next;
      session.feed(chunk, 0, 1);
    }
    session.finish();

    assertThat(Pushes.page(gateway)).isEqualTo("# TYPE x untyped\nx{a=\"bc\"} 12\n");
  }

  @Test
  void openPushes_interleaved_keptApart() throws PushRefusedException {
    PushSession first = gateway.openPush(PathLabels.parse("/job/a"));
    PushSession second = gateway.openPush(PathLabels.parse("/job/b"));
    byte[] body = "x 1\ny 2\n".getBytes(StandardCharsets.UTF_8);

    for (int i = 0; i < body.length; i++) {
      first.feed(body, i, i + 1);
      second.feed(body, i, i + 1);
    }
    second.finish();
    String page = Pushes.page(gateway);
    first.finish();

    assertThat(page)
        .isEqualTo("# TYPE x untyped\nx{job=\"b\"} 1\n# TYPE y untyped\ny{job=\"b\"} 2\n");
    assertThat(gateway.stats().series()).isEqualTo(4);
  }

  /** Both create the family; the one that finishes later meets what the other made of it. */
  @Test
  void finish_familyCreatedMeanwhileWithAnotherType_refused() throws PushRefusedException {
    PushSession late = gateway.openPush(PathLabels.NONE);
    byte[] body = "x 1\nnew 1\n".getBytes(StandardCharsets.UTF_8);
    late.feed(body, 0, body.length);
    Pushes.push(gateway, "", "# TYPE x counter\nx 5\n");

    PushRefusedException refusal = catchThrowableOfType(PushRefusedException.class, late::finish);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.TYPE_CONFLICT);
    assertThat(Pushes.page(gateway)).isEqualTo("# TYPE x counter\nx 5\n");
  }

  @Test
  void finish_result_countsSamplesSkippedAndNewSeries() throws PushRefusedException {
    String body =
        """
        # TYPE c counter
        c 1
        c{a="b"} NaN
        # TYPE h histogram
        h_bucket{le="1"} 1
        h_sum 1
        h_count 1
        """;

    PushResult first = Pushes.push(gateway, "", body);
    PushResult second = Pushes.push(gateway, "", body);

    assertThat(first.samples()).isEqualTo(5);
    assertThat(first.skipped()).isEqualTo(1);
    assertThat(first.newSeries()).isEqualTo(2);
    assertThat(second.samples()).isEqualTo(5);
    assertThat(second.newSeries()).isZero();
  }
}
