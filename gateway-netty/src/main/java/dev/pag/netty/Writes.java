package dev.pag.netty;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;

/**
 * Writes and closes of which nobody awaits the future.
 *
 * <p>With the void promise a failed write reaches {@code exceptionCaught}, which closes the
 * connection, and costs no object.
 */
@SuppressWarnings("FutureReturnValueIgnored") // that is what this class is for
final class Writes {
  private Writes() {}

  static void write(ChannelHandlerContext ctx, Object message) {
    ctx.write(message, ctx.voidPromise());
  }

  static void writeAndFlush(ChannelHandlerContext ctx, Object message) {
    ctx.writeAndFlush(message, ctx.voidPromise());
  }

  static void write(ChannelHandlerContext ctx, Object message, ChannelFutureListener whenDone) {
    ctx.write(message).addListener(whenDone);
  }

  static void writeAndFlush(
      ChannelHandlerContext ctx, Object message, ChannelFutureListener whenDone) {
    ctx.writeAndFlush(message).addListener(whenDone);
  }

  static void close(ChannelHandlerContext ctx) {
    ctx.close();
  }

  static void closeIf(boolean expired, ChannelHandlerContext ctx) {
    if (expired) {
      ctx.close();
    }
  }
}
