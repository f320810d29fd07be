package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageWriterTest {
  private static final int PIECES = 10;
  private static final int PIECE_BYTES = 100;

  private final AtomicInteger done = new AtomicInteger();
  private final Tap tap = new Tap();
  private final EmbeddedChannel channel = new EmbeddedChannel(tap, new Anchor());
  private final PageWriter writer =
      new PageWriter(
          channel.pipeline().context(Anchor.class), page(), finished -> done.incrementAndGet());

  @Test
  void write_clientTakesNothing_stopsAtTheHighWaterMark() {
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 450));
    tap.open = false;

    writer.write();
    writer.channelWritable();
    runTurns();

    assertThat(writer.writtenBytes()).isBetween(200L, 500L);
    assertThat(done).hasValue(0);
    channel.finishAndReleaseAll();
  }

  @Test
  void write_clientTakesAgain_goesOnToTheEndInOrder() {
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 450));
    tap.open = false;
    writer.write();

    tap.open = true;
    channel.flush();
    writer.channelWritable();
    runTurns();

    assertThat(done).hasValue(1);
    assertThat(writer.writtenBytes()).isEqualTo(PIECES * PIECE_BYTES);
    for (int i = 0; i < PIECES; i++) {
      HttpContent content = channel.readOutbound();
      assertThat(content.content().getByte(0)).isEqualTo((byte) i);
      content.release();
    }
    assertThat(channel.<Object>readOutbound()).isInstanceOf(LastHttpContent.class);
    assertThat(channel.finishAndReleaseAll()).isFalse();
  }

  /** Other connections of the loop are served in between. */
  @Test
  void write_clientTakesAll_oneTurnOfTheLoopAtATime() {
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 450));

    writer.write();
    long firstTurn = writer.writtenBytes();
    writer.channelWritable();

    assertThat(firstTurn).isBetween(200L, 500L);
    assertThat(writer.writtenBytes()).isEqualTo(firstTurn);
    runTurns();
    assertThat(writer.writtenBytes()).isEqualTo(PIECES * PIECE_BYTES);
    assertThat(done).hasValue(1);
    channel.finishAndReleaseAll();
  }

  private void runTurns() {
    for (int i = 0; i < PIECES; i++) {
      channel.runScheduledPendingTasks();
    }
  }

  private static PieceSource page() {
    return new PieceSource() {
      @Override
      public long length() {
        return PIECES * PIECE_BYTES;
      }

      @Override
      public int pieceCount() {
        return PIECES;
      }

      @Override
      public byte[] piece(int index) {
        byte[] piece = new byte[PIECE_BYTES];
        piece[0] = (byte) index;
        return piece;
      }
    };
  }

  /** A client that can stop taking: flushes do not get through. */
  private static final class Tap extends ChannelOutboundHandlerAdapter {
    private boolean open = true;

    @Override
    public void flush(ChannelHandlerContext ctx) {
      if (open) {
        ctx.flush();
      }
    }
  }

  /** The place in the pipeline that the writer writes from. */
  private static final class Anchor extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      // The pieces that were never taken fail when the channel closes.
      assertThat(cause).isInstanceOf(ClosedChannelException.class);
    }
  }
}
