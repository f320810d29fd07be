package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A leak check that finds nothing would look just like a clean run. */
class LeakCheckTest {
  @Test
  void collect_bufferDropped_isReported() {
    List<String> reports = new ArrayList<>();

    drop();

    await().until(() -> reports.addAll(LeakCheck.collect()) || !reports.isEmpty());
    assertThat(reports.get(0)).contains("drop");
  }

  private static void drop() {
    ByteBuf dropped = ByteBufAllocator.DEFAULT.buffer(16);
    dropped.writeByte(1);
  }
}
