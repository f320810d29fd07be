package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a render that fails does to the scrapes after it. */
class PageRendersTest {
  @Test
  void scrape_afterFailedRender_showsEveryAnsweredPush() throws PushRefusedException {
    AtomicBoolean fails = new AtomicBoolean();
    GatewayMetrics metrics =
        new GatewayMetrics() {
          @Override
          public void pageRendered(long snapshotNanos, long renderNanos, long bytes) {
            if (fails.get()) {
              // Stands for whatever ends a render after its cut, such as a lack of memory.
              throw new IllegalStateException("test");
            }
          }
        };
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, metrics)) {
      Pushes.push(gateway, "", "x 1\n");
      assertThat(Pushes.page(gateway)).endsWith("x 1\n");
      Pushes.push(gateway, "", "x 1\n");
      fails.set(true);
      assertThatThrownBy(() -> Pushes.page(gateway)).isInstanceOf(CompletionException.class);
      fails.set(false);

      assertThat(Pushes.page(gateway)).endsWith("x 2\n");
    }
  }
}
