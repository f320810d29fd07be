package dev.pag.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;

/**
 * The pipeline of a connection: codec, then the gate for pipelined requests, then the one handler
 * with the connection's state. No aggregator: bodies are read as they arrive.
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
    RequestGate gate = new RequestGate();
    channel
        .pipeline()
        .addLast(new HttpServerCodec(decoderConfig(edge.limits())))
        .addLast(gate)
        .addLast(new ConnectionHandler(edge, gate));
  }

  /** Strictness stays at Netty's defaults, which are the strict ones. */
  private static HttpDecoderConfig decoderConfig(HttpLimits limits) {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(limits.maxRequestLineBytes())
        .setMaxHeaderSize(limits.maxHeaderBytes())
        .setMaxChunkSize(PushBody.SCRATCH_BYTES);
  }
}
