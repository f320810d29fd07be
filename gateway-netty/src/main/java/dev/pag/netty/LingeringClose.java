package dev.pag.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;

/**
 * Closes a connection so that its client gets to read the answer.
 *
 * <p>A socket closed with unread input sends a reset, and a reset makes the client drop what it has
 * not read yet: the reason it was refused. So the output is closed alone, and input is thrown away
 * until the client closes too, or has sent too much. How long that may take is the connection
 * handler's deadline. Stands first in the pipeline, so nothing is parsed any more.
 */
final class LingeringClose extends ChannelInboundHandlerAdapter {
  private final long maxDiscardedBytes;
  private long discardedBytes;
  private boolean answered;
  private boolean inputEnded;

  /**
   * @param inputEnded the client has closed its side already
   */
  LingeringClose(long maxDiscardedBytes, boolean inputEnded) {
    this.maxDiscardedBytes = maxDiscardedBytes;
    this.inputEnded = inputEnded;
  }

  /** The last byte of the answer was taken by the socket. */
  void answered(ChannelHandlerContext ctx) {
    answered = true;
    if (!inputEnded && ctx.channel() instanceof DuplexChannel duplex) {
      Future<?> unused = duplex.shutdownOutput();
    } else {
      Writes.close(ctx);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf bytes) {
      discardedBytes += bytes.readableBytes();
    }
    ReferenceCountUtil.release(message);
    if (discardedBytes > maxDiscardedBytes) {
      Writes.close(ctx);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inputEnded = true;
      if (answered) {
        Writes.close(ctx);
      }
    }
    ReferenceCountUtil.release(event);
  }
}
