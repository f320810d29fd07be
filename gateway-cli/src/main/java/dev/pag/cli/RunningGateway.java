package dev.pag.cli;

import dev.pag.Gateway;
import dev.pag.GatewayConfig;
import dev.pag.netty.BindFailedException;
import dev.pag.netty.GatewayServer;
import dev.pag.netty.ServerConfig;
import dev.pag.netty.metrics.OwnMetrics;
import java.net.InetSocketAddress;

/** Engine, edge and own metrics, wired together. */
final class RunningGateway implements AutoCloseable {
  private final Gateway gateway;
  private final GatewayServer server;

  private RunningGateway(Gateway gateway, GatewayServer server) {
    this.gateway = gateway;
    this.server = server;
  }

  /**
   * Starts everything.
   *
   * @throws BindFailedException if a listener could not be opened; nothing is left running
   */
  static RunningGateway start(ServerConfig config) throws BindFailedException {
    OwnMetrics metrics = new OwnMetrics(config.version(), config.commit());
    Gateway gateway = new Gateway(GatewayConfig.DEFAULT, metrics);
    boolean started = false;
    try {
      metrics.readStoreFrom(gateway::stats);
      GatewayServer server = GatewayServer.start(config, gateway, metrics, metrics);
      started = true;
      return new RunningGateway(gateway, server);
    } finally {
      if (!started) {
        gateway.close();
      }
    }
  }

  /** Where pushes and scrapes go, in the form {@code :8080} or {@code 127.0.0.1:8080}. */
  String apiAddress() {
    return text(server.apiAddress());
  }

  String lifecycleAddress() {
    return text(server.lifecycleAddress());
  }

  private static String text(InetSocketAddress address) {
    if (address.getAddress().isAnyLocalAddress()) {
      return ":" + address.getPort();
    }
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** Finishes the requests in work, within the drain timeout, then stops the engine. */
  @Override
  public void close() {
    server.close();
    gateway.close();
  }
}
