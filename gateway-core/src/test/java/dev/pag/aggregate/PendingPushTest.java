package dev.pag.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PendingPushTest {
  /** Context numbers are few: comments under path labels of a stranger's choice must take none. */
  @Test
  void commit_withoutSpellingsToKeep_asksForNoContext() throws PushRefusedException {
    StoreFixture fixture = new StoreFixture();
    PendingPush push = fixture.push();
    Draft draft = push.draftForWriting();
    draft.bytes().append("# TYPE y counter");
    DraftFamily family = draft.addFamily(ByteKey.of("y"), null);
    draft.addMetadata(family, MetricType.COUNTER, 0, draft.bytes().size());
    AtomicBoolean asked = new AtomicBoolean();

    push.commit(
        () -> {
          asked.set(true);
          return 1;
        });

    assertThat(asked).isFalse();
  }
}
