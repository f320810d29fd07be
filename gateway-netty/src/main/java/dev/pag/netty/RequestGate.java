package dev.pag.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;

/**
 * Holds pipelined requests back while one is in work.
 *
 * <p>Threads: the connection's event loop. Cost: while it holds, reading is off, so it keeps at
 * most what the decoder made of the bytes of one read; the rest waits in the socket.
 */
final class RequestGate extends ChannelInboundHandlerAdapter {
  private final ArrayDeque<Object> held = new ArrayDeque<>(2);
  private boolean holding;
  private boolean inputEnded;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (holding || !held.isEmpty()) {
      held.add(message);
    } else {
      ctx.fireChannelRead(message);
    }
  }

  /** Stops reading; what was read already is kept. */
  void hold(ChannelHandlerContext ctx) {
    holding = true;
    ctx.channel().config().setAutoRead(false);
  }

  /** Passes on what is held, until told to hold again, then reads on. */
  void release(ChannelHandlerContext ctx) {
    holding = false;
    while (!holding && !held.isEmpty()) {
      ctx.pipeline().context(this).fireChannelRead(held.poll());
    }
    if (!holding && !inputEnded) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  boolean isHolding() {
    return holding;
  }

  /**
   * The client has closed its side. There is nothing to read any more, and switching reading on
   * would even fail: Netty has taken the socket from epoll by now.
   */
  boolean inputEnded() {
    return inputEnded;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inputEnded = true;
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    while (!held.isEmpty()) {
      ReferenceCountUtil.release(held.poll());
    }
    ctx.fireChannelInactive();
  }
}
