package dev.pag.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.Locale;
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

  /** Epoll costs less CPU than NIO; not everywhere does its native library load. */
  static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  /** Tells which it is, once the gateway runs. */
  void log() {
    if (this == EPOLL || Epoll.isAvailable()) {
      LOG.info("transport: {}", name().toLowerCase(Locale.ROOT));
    } else {
      LOG.info(
          "transport: nio, as epoll is not available: {}", Epoll.unavailabilityCause().toString());
    }
  }
}
