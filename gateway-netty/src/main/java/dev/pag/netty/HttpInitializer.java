package dev.pag.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;

/**
 * The pipeline of a connection: codec, then what holds pipelined requests back, then the one
 * handler with the connection's state. No aggregator: bodies are read as they arrive.
 */
final class HttpInitializer extends ChannelInitializer<Channel> {
  private final Edge edge;
  private final Connections connections;

  HttpInitializer(Edge edge, Connections connections) {
    this.edge = edge;
    this.connections = connections;
  }

  @Override
  protected void initChannel(Channel channel) {
    connections.add(channel);
    channel
        .pipeline()
        .addLast(new HttpServerCodec(decoderConfig(edge.limits())))
        .addLast(new FlowControlHandler())
        .addLast(new ConnectionHandler(edge));
  }

  /** Strictness stays at Netty's defaults, which are the strict ones. */
  private static HttpDecoderConfig decoderConfig(HttpLimits limits) {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(limits.maxRequestLineBytes())
        .setMaxHeaderSize(limits.maxHeaderBytes())
        .setMaxChunkSize(PushBody.SCRATCH_BYTES);
  }
}
