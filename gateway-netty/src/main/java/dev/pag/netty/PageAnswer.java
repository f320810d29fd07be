package dev.pag.netty;

import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one request for a page: awaited from whoever makes the page, then written.
 *
 * <p>Threads: the connection's event loop; a page made on another thread hops over.
 */
final class PageAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(PageAnswer.class);

  private final ChannelHandlerContext ctx;
  private final Exchange exchange;
  private final BooleanSupplier closesAfterwards;
  private final Consumer<Answer> whenFailed;
  private final Runnable whenWritten;
  private @Nullable PageWriter writer; // null until the page has come
  private @Nullable PieceSource given; // from when it has come until it is written
  private boolean cancelled;
  private boolean closes;
  private long seenProgress;

  /**
   * One of the last two is called, once, on the event loop, unless the answer is cancelled.
   *
   * @param closesAfterwards asked when the page has come: is this the connection's last answer
   * @param whenFailed there is no page; told what to answer instead. Nothing was written
   * @param whenWritten the socket has taken all of it
   */
  PageAnswer(
      ChannelHandlerContext ctx,
      Exchange exchange,
      BooleanSupplier closesAfterwards,
      Consumer<Answer> whenFailed,
      Runnable whenWritten) {
    this.ctx = ctx;
    this.exchange = exchange;
    this.closesAfterwards = closesAfterwards;
    this.whenFailed = whenFailed;
    this.whenWritten = whenWritten;
  }

  void await(CompletableFuture<PieceSource> page, PageHead head) {
    CompletableFuture<?> unused =
        page.whenComplete((pieces, failure) -> hop(() -> deliver(head, pieces, failure)));
  }

  private void hop(Runnable task) {
    try {
      ctx.executor().execute(task);
    } catch (RejectedExecutionException loopIsGone) {
      LOG.debug("page for a connection that is gone", loopIsGone);
    }
  }

  private void deliver(PageHead head, @Nullable PieceSource pieces, @Nullable Throwable failure) {
    if (cancelled) {
      if (pieces != null) {
        pieces.release();
      }
      return;
    }
    if (pieces == null) {
      whenFailed.accept(failureAnswer(failure));
      return;
    }
    closes = closesAfterwards.getAsBoolean();
    Writes.write(ctx, Responses.ofPage(head, pieces.length(), exchange, closes));
    PieceSource sent = exchange.headOnly() ? PieceSource.EMPTY : pieces;
    writer = new PageWriter(ctx, sent, done -> written(done.isSuccess()));
    given = pieces;
    writer.write();
  }

  private void written(boolean success) {
    releasePage();
    if (success && !cancelled) {
      whenWritten.run();
    }
  }

  private static Answer failureAnswer(@Nullable Throwable failure) {
    // A stage after the one that failed wraps its exception.
    Throwable cause = failure != null && failure.getCause() != null ? failure.getCause() : failure;
    if (cause instanceof CancellationException) {
      return Answer.error(503, "the gateway is stopping");
    }
    LOG.error("page failed", cause);
    return Answer.error(500, "internal error");
  }

  /** What was given to the channel is sent by now, or never will be. */
  private void releasePage() {
    if (given != null) {
      given.release();
      given = null;
    }
  }

  /** The connection is gone: nothing more is written, no outcome is called. */
  void cancel() {
    cancelled = true;
    releasePage();
  }

  /** This is the connection's last answer; known once it is written. */
  boolean closes() {
    return closes;
  }

  /** The head of the answer was written already. */
  boolean begun() {
    return writer != null;
  }

  long writtenBytes() {
    return writer == null ? 0 : writer.writtenBytes();
  }

  void channelWritable() {
    if (writer != null) {
      writer.channelWritable();
    }
  }

  /**
   * Whether the client has taken bytes since the last call. As long as the page is being made it
   * counts as progress: the wait is not the client's fault.
   */
  boolean progressed() {
    if (writer == null) {
      return true;
    }
    long progress = writer.progress();
    boolean progressed = progress != seenProgress;
    seenProgress = progress;
    return progressed;
  }
}
