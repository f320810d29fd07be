package dev.pag.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernel interface in use: epoll where its native library loads, else NIO. */
enum Transport {
  EPOLL(EpollServerSocketChannel.class) {
    @Override
    IoHandlerFactory newIoHandlers() {
      return EpollIoHandler.newFactory();
    }
  },
  NIO(NioServerSocketChannel.class) {
    @Override
    IoHandlerFactory newIoHandlers() {
      return NioIoHandler.newFactory();
    }
  };

  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

  private final Class<? extends ServerChannel> serverChannel;

  Transport(Class<? extends ServerChannel> serverChannel) {
    this.serverChannel = serverChannel;
  }

  abstract IoHandlerFactory newIoHandlers();

  Class<? extends ServerChannel> serverChannel() {
    return serverChannel;
  }

  /** Epoll costs 12 to 15 % less CPU (docs/PERFORMANCE.md). */
  static Transport best() {
    if (Epoll.isAvailable()) {
      LOG.info("transport: epoll");
      return EPOLL;
    }
    LOG.info(
        "transport: nio, as epoll is not available: {}", Epoll.unavailabilityCause().toString());
    return NIO;
  }
}
