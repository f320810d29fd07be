package dev.pag.netty;

import java.time.Duration;

/**
 * What the operator chose for the HTTP edge.
 *
 * @param apiListen pushes and scrapes
 * @param lifecycleListen health and own metrics; equal to {@code apiListen} for everything on one
 *     port
 * @param drainTimeout how long {@link GatewayServer#close} waits for requests in work
 * @param version shown by the health endpoints
 * @param commit shown by the health endpoints
 */
public record ServerConfig(
    ListenAddress apiListen,
    ListenAddress lifecycleListen,
    CorsPolicy cors,
    BasicAuth auth,
    HttpLimits limits,
    Duration drainTimeout,
    String version,
    String commit) {

  /**
   * Everything on one port. Two times the same host with port 0 counts as the same address: one
   * free port is taken and serves both.
   */
  boolean onePort() {
    return apiListen.equals(lifecycleListen);
  }
}
