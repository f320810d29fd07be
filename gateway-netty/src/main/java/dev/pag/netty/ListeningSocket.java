package dev.pag.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.Locale;

/** One open listener and its connections. */
final class ListeningSocket {
  private static final int BACKLOG = 1024;

  /**
   * Bounds what the kernel holds for a scraper that has stopped reading; unbounded it grew to 3.8
   * MB a socket.
   */
  private static final int SEND_BUFFER_BYTES = 256 * 1024;

  private final Channel channel;
  private final Connections connections;

  private ListeningSocket(Channel channel, Connections connections) {
    this.channel = channel;
    this.connections = connections;
  }

  /**
   * Opens the listener; connections are served from now on.
   *
   * @throws BindFailedException if the address cannot be listened on
   */
  static ListeningSocket open(
      ListenAddress address, Transport transport, EventLoopGroup loops, Edge edge)
      throws BindFailedException {
    InetSocketAddress socketAddress = address.toSocketAddress();
    if (socketAddress.isUnresolved()) {
      throw failed(address, "unknown host", new IllegalArgumentException("unresolved"));
    }
    Connections connections = new Connections();
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
            // A client that has sent its request and closed its side still gets the answer, on
            // epoll
            // only as much as the send buffer takes: Netty 4.2.18 cannot wait for a half-closed
            // socket to become writable (since netty/netty pull request 16689).
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(new HttpInitializer(edge, connections))
            .bind(socketAddress)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw failed(address, problem(bound.cause()), bound.cause());
    }
    return new ListeningSocket(bound.channel(), connections);
  }

  private static BindFailedException failed(
      ListenAddress address, String problem, Throwable cause) {
    return new BindFailedException("cannot listen on " + address + ": " + problem, cause);
  }

  /** The operating system's words, without the name of the system call. */
  private static String problem(Throwable cause) {
    String words = String.valueOf(cause.getMessage());
    for (String known :
        new String[] {
          "Address already in use", "Permission denied", "Cannot assign requested address"
        }) {
      if (words.contains(known)) {
        return known.toLowerCase(Locale.ROOT);
      }
    }
    return Excerpt.of(words);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  Connections connections() {
    return connections;
  }

  void stopAccepting() {
    channel.close().awaitUninterruptibly();
  }
}
