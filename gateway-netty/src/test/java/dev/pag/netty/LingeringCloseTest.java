package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.junit.jupiter.api.Test;

class LingeringCloseTest {
  @Test
  void channelRead_input_releasedAndNotPassedOn() {
    EmbeddedChannel channel = new EmbeddedChannel(new LingeringClose(10, false));
    ByteBuf input = Unpooled.buffer().writeZero(10);

    channel.writeInbound(input);

    assertThat(input.refCnt()).isZero();
    assertThat(channel.isActive()).isTrue();
    assertThat(channel.finishAndReleaseAll()).isFalse();
  }

  @Test
  void channelRead_moreThanTheBound_closed() {
    EmbeddedChannel channel = new EmbeddedChannel(new LingeringClose(10, false));

    channel.writeInbound(Unpooled.buffer().writeZero(6), Unpooled.buffer().writeZero(5));

    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void inputEnded_beforeTheAnswerIsWritten_closedWhenItIs() {
    LingeringClose lingering = new LingeringClose(10, false);
    EmbeddedChannel channel = new EmbeddedChannel(lingering);

    channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    assertThat(channel.isActive()).isTrue();
    lingering.answered(channel.pipeline().firstContext());

    assertThat(channel.isActive()).isFalse();
  }
}
