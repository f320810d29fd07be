package dev.pag.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes the pieces of one page, no faster than the client takes them.
 *
 * <p>Threads: the connection's event loop. Cost: what is in flight for one client is bounded by the
 * channel's high water mark and one piece; the page itself is shared by all.
 */
final class PageWriter {
  private final ChannelHandlerContext ctx;
  private final PieceSource page;
  private final ChannelFutureListener whenDone;
  private int next;
  private long writtenBytes;
  private boolean lastWritten;
  private boolean inTurn;

  /**
   * @param whenDone called once, when the connection has taken the last byte or has failed
   */
  PageWriter(ChannelHandlerContext ctx, PieceSource page, ChannelFutureListener whenDone) {
    this.ctx = ctx;
    this.page = page;
    this.whenDone = whenDone;
  }

  /** Begins to write. */
  void write() {
    turn();
  }

  /**
   * The channel takes more; told from within a flush, which would not end if it were given more.
   */
  void channelWritable() {
    if (!inTurn && !lastWritten) {
      scheduleTurn();
    }
  }

  /**
   * As a scheduled task: of tasks that are merely executed the loop does all before it looks at its
   * sockets again, and a large page would keep every push on the loop waiting.
   */
  private void scheduleTurn() {
    inTurn = true;
    Future<?> unused = ctx.executor().schedule(this::turn, 1, TimeUnit.NANOSECONDS);
  }

  /** Writes what the channel takes at once; then the loop's other connections are served. */
  private void turn() {
    inTurn = true;
    while (next < page.pieceCount() && ctx.channel().isWritable()) {
      byte[] piece = page.piece(next++);
      writtenBytes += piece.length;
      Writes.write(ctx, new DefaultHttpContent(Unpooled.wrappedBuffer(piece)));
    }
    if (next == page.pieceCount() && !lastWritten) {
      lastWritten = true;
      Writes.write(ctx, LastHttpContent.EMPTY_LAST_CONTENT, whenDone);
    }
    ctx.flush();
    inTurn = false;
    if (!lastWritten && ctx.channel().isWritable()) {
      scheduleTurn();
    }
  }

  /** Bytes of the page that were handed to the channel. */
  long writtenBytes() {
    return writtenBytes;
  }

  /** A number that changes whenever the client has taken bytes. */
  long progress() {
    Channel channel = ctx.channel();
    ChannelOutboundBuffer pending = channel.unsafe().outboundBuffer();
    return pending == null
        ? writtenBytes
        : writtenBytes - pending.totalPendingWriteBytes() + pending.currentProgress();
  }
}
