package dev.pag.netty;

import dev.pag.model.RefusalReason;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: reads a request, has it done, answers, reads the next.
 *
 * <table>
 *   <caption>States, what ends them, and the deadline of each</caption>
 *   <tr><td>HEAD<td>a head: BODY; one refused with a body to come: CLOSING<td>idle
 *   <tr><td>BODY<td>last content: answered, then HEAD; or ANSWER; an error before it: CLOSING
 *       <td>body stall
 *   <tr><td>ANSWER<td>page written: HEAD, or CLOSING<td>write stall
 *   <tr><td>CLOSING<td>the connection closed<td>linger
 * </table>
 *
 * <p>An error while the rest of the body is still to come always closes: the rest is not read as if
 * it were good, and where the next request begins is not worth finding out. An error found at the
 * body's end, as in every small push, leaves the connection open.
 *
 * <p>Threads: the connection's event loop, which never waits: pages come as futures. While one is
 * awaited or written, the gate in front holds what comes, so one request is in work at a time.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

  /** Lets a request that is in the socket already be read before an idle connection closes. */
  private static final long DRAIN_GRACE_MILLIS = 20;

  private enum State {
    HEAD,
    BODY,
    ANSWER,
    CLOSING
  }

  private final Edge edge;
  private final RequestGate gate;
  private State state = State.HEAD;
  private @Nullable Exchange exchange; // null in HEAD
  private @Nullable RequestBody body; // null but in BODY
  private @Nullable PageAnswer pageAnswer; // null but in ANSWER
  private @Nullable Deadline deadline; // null until active

  /**
   * @param gate stands before this handler and holds requests back for it
   */
  ConnectionHandler(Edge edge, RequestGate gate) {
    this.edge = edge;
    this.gate = gate;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    deadline = new Deadline(ctx.executor(), edge.limits().tickNanos(), () -> checkDeadline(ctx));
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (state == State.HEAD && message instanceof HttpRequest request) {
        begin(ctx, request);
      } else if (state == State.BODY && message instanceof HttpContent content) {
        read(ctx, content);
      } else if (state == State.ANSWER) {
        throw new IllegalStateException("bug: read on while answering: " + message.getClass());
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest request) {
    deadline().restart();
    RequestPlan plan = edge.planner().plan(request);
    exchange = Exchange.start(plan, request, edge.metrics(), deadline().nowNanos());
    state = State.BODY;
    if (plan.action() instanceof Action.Refuse refuse) {
      refuseHead(ctx, request, refuse);
      return;
    }
    long maxBodyBytes = edge.limits().maxBodyBytes();
    body =
        plan.action() instanceof Action.Push push
            ? new PushBody(edge.gateway().openPush(push.labels()), maxBodyBytes)
            : new DiscardedBody(maxBodyBytes);
    if (HttpUtil.is100ContinueExpected(request)) {
      Writes.writeAndFlush(ctx, Responses.continues());
    }
  }

  private void refuseHead(ChannelHandlerContext ctx, HttpRequest request, Action.Refuse refuse) {
    RefusalReason reason = refuse.refusal().reason();
    if (reason != null) {
      edge.metrics().refusedAtEdge(reason);
      edge.refusals().refused(ctx.channel().remoteAddress(), current(), refuse.refusal());
    }
    if (refuse.framingDoubtful() || RequestPlanner.announcesBody(request)) {
      answerAndClose(ctx, refuse.refusal().answer());
    } else {
      body = new DiscardedBody(edge.limits().maxBodyBytes()); // empty; its end is here already
    }
  }

  private void read(ChannelHandlerContext ctx, HttpContent content) {
    deadline().restart();
    boolean last = content instanceof LastHttpContent && content.decoderResult().isSuccess();
    Refusal refusal = BodyReader.read(inWork(), content, last);
    if (refusal != null) {
      refuseBody(ctx, refusal, last);
    } else if (last) {
      body = null;
      complete(ctx);
    }
  }

  /**
   * @param wholeBodyRead the connection may go on
   */
  private void refuseBody(ChannelHandlerContext ctx, Refusal refusal, boolean wholeBodyRead) {
    abortBody(ctx, refusal);
    if (wholeBodyRead) {
      answer(ctx, refusal.answer());
    } else {
      answerAndClose(ctx, refusal.answer());
    }
  }

  /** Tells the engine, if it does not know yet, and the log, if it is a push. */
  private void abortBody(ChannelHandlerContext ctx, Refusal refusal) {
    RequestBody aborted = inWork();
    body = null;
    if (refusal.reason() != null) {
      aborted.abort(refusal.reason());
    }
    if (aborted instanceof PushBody) {
      edge.refusals().refused(ctx.channel().remoteAddress(), current(), refusal);
    }
  }

  /** The request was read to its end: do what the plan says. */
  private void complete(ChannelHandlerContext ctx) {
    Action action = current().action();
    if (action instanceof Action.Push push) {
      String job = push.labels().job();
      edge.metrics().pushJob(job == null ? "" : job);
      answer(ctx, Answer.ACCEPTED);
    } else if (action instanceof Action.Scrape scrape) {
      awaitPage(ctx).await(edge.pages().scrape(scrape.gzip()), PageHead.scrape(scrape.gzip()));
    } else if (action instanceof Action.OwnMetrics) {
      awaitPage(ctx).await(edge.pages().ownMetrics(), edge.pages().ownMetricsHead());
    } else if (action instanceof Action.Health health) {
      boolean ready = !health.readiness() || edge.readiness().ready();
      answer(ctx, edge.health().answer(ready));
    } else if (action instanceof Action.Reply reply) {
      answer(ctx, reply.answer());
    } else if (action instanceof Action.Refuse refuse) {
      answer(ctx, refuse.refusal().answer());
    }
  }

  private PageAnswer awaitPage(ChannelHandlerContext ctx) {
    state = State.ANSWER;
    gate.hold(ctx);
    ctx.flush(); // answers before this one: no read completes until this one is done
    PageAnswer awaited =
        new PageAnswer(
            ctx,
            current(),
            this::closesAfterAnswer,
            failure -> answer(ctx, failure),
            () -> pageWritten(ctx));
    pageAnswer = awaited;
    return awaited;
  }

  private void pageWritten(ChannelHandlerContext ctx) {
    PageAnswer written = require(pageAnswer);
    finish(HttpResponseStatus.OK.code(), written.writtenBytes());
    if (written.closes()) {
      beginClosing(ctx).answered(ctx);
    } else {
      awaitNext(ctx);
    }
  }

  /** Answers a request that was read to its end. */
  private void answer(ChannelHandlerContext ctx, Answer answer) {
    if (!current().keepAlive()) {
      answerLast(ctx, answer);
    } else if (edge.readiness().draining()) {
      answerAndClose(ctx, answer);
    } else {
      Writes.write(ctx, finish(answer, false));
      awaitNext(ctx);
    }
  }

  /** The client sends nothing more, as it said itself: there is no input to linger for. */
  private void answerLast(ChannelHandlerContext ctx, Answer answer) {
    FullHttpResponse response = finish(answer, true);
    state = State.CLOSING;
    deadline().restart();
    Writes.writeAndFlush(ctx, response, ChannelFutureListener.CLOSE);
  }

  private boolean closesAfterAnswer() {
    return !current().keepAlive() || edge.readiness().draining();
  }

  private void answerAndClose(ChannelHandlerContext ctx, Answer answer) {
    FullHttpResponse response = finish(answer, true);
    LingeringClose lingering = beginClosing(ctx);
    Writes.writeAndFlush(ctx, response, done -> lingering.answered(ctx));
  }

  private LingeringClose beginClosing(ChannelHandlerContext ctx) {
    state = State.CLOSING;
    pageAnswer = null;
    deadline().restart();
    LingeringClose lingering = new LingeringClose(edge.limits().maxBodyBytes(), gate.inputEnded());
    ctx.pipeline().addFirst(lingering);
    gate.release(ctx);
    return lingering;
  }

  /** Reads on, unless the client takes no answers: then only when it has taken some. */
  private void awaitNext(ChannelHandlerContext ctx) {
    state = State.HEAD;
    exchange = null;
    pageAnswer = null;
    deadline().restart();
    if (!ctx.channel().isWritable()) {
      gate.hold(ctx);
      ctx.flush();
    } else if (gate.isHolding()) {
      resumeReading(ctx);
    }
  }

  /** May answer held requests before it returns. */
  private void resumeReading(ChannelHandlerContext ctx) {
    gate.release(ctx);
    ctx.flush(); // what was answered of the held: no read need follow that would flush
    if (gate.inputEnded()) {
      closeIfIdle(ctx);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.flush();
    ctx.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      if (pageAnswer != null) {
        pageAnswer.channelWritable();
      } else if (state == State.HEAD && gate.isHolding()) {
        resumeReading(ctx);
      }
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == DrainEvent.BEGIN) {
      Runnable close = () -> closeIfIdle(ctx);
      Future<?> unused = ctx.executor().schedule(close, DRAIN_GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } else if (event == DrainEvent.CUT) {
      if (body != null) {
        abortBody(ctx, Refusal.of(RefusalReason.STOPPING, "the gateway is stopping"));
      }
      Writes.close(ctx);
    } else if (event instanceof ChannelInputShutdownEvent) {
      inputEnded(ctx);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  private void closeIfIdle(ChannelHandlerContext ctx) {
    if (state == State.HEAD && !gate.isHolding()) {
      Writes.writeAndFlush(ctx, Unpooled.EMPTY_BUFFER, ChannelFutureListener.CLOSE);
    }
  }

  private void inputEnded(ChannelHandlerContext ctx) {
    if (state == State.BODY) {
      String message = "the connection ended before the body did";
      refuseBody(ctx, Refusal.of(RefusalReason.INCOMPLETE, message), false);
    } else {
      closeIfIdle(ctx);
    }
  }

  private void checkDeadline(ChannelHandlerContext ctx) {
    HttpLimits limits = edge.limits();
    switch (state) {
      case HEAD -> Writes.closeIf(deadline().passed(limits.idleTimeout()), ctx);
      case CLOSING -> Writes.closeIf(deadline().passed(limits.lingerTimeout()), ctx);
      case ANSWER -> {
        if (require(pageAnswer).progressed()) {
          deadline().restart();
        }
        Writes.closeIf(deadline().passed(limits.writeStallTimeout()), ctx);
      }
      case BODY -> {
        if (deadline().passed(limits.bodyStallTimeout())) {
          Refusal slow = Refusal.of(RefusalReason.TIMEOUT, "the body did not arrive in time");
          refuseBody(ctx, slow, false);
        }
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    deadline().cancel();
    if (body != null) {
      String message = "the connection was lost before the body ended";
      abortBody(ctx, Refusal.of(RefusalReason.INCOMPLETE, message));
    }
    if (pageAnswer != null && pageAnswer.begun()) {
      finish(HttpResponseStatus.OK.code(), pageAnswer.writtenBytes());
    } else if (exchange != null) {
      finish(Exchange.CLIENT_GONE, 0);
    }
    if (pageAnswer != null) {
      pageAnswer.cancel();
      pageAnswer = null;
    }
    state = State.CLOSING;
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException || cause instanceof UncheckedIOException) {
      LOG.debug("connection lost", cause);
    } else {
      LOG.error("connection failed", cause);
    }
    Writes.close(ctx);
  }

  private FullHttpResponse finish(Answer answer, boolean close) {
    FullHttpResponse response = Responses.of(answer, current(), close);
    finish(answer.status(), response.content().readableBytes());
    return response;
  }

  private void finish(int status, long responseBytes) {
    current().finish(status, responseBytes, deadline().nowNanos());
  }

  private Exchange current() {
    return require(exchange);
  }

  private RequestBody inWork() {
    return require(body);
  }

  private Deadline deadline() {
    return require(deadline);
  }

  private static <T> T require(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("bug: no request in work");
    }
    return value;
  }
}
