package dev.pag.cli;

import dev.pag.netty.BasicAuth;
import dev.pag.netty.CorsPolicy;
import dev.pag.netty.HttpLimits;
import dev.pag.netty.ListenAddress;
import dev.pag.netty.ServerConfig;
import java.util.List;

/**
 * All that {@code start} needs, checked.
 *
 * @param warnings to be logged at start
 */
record StartConfig(ServerConfig server, LogLevel logLevel, List<String> warnings) {
  static StartConfig of(Settings settings, BuildInfo build) throws UsageException {
    ServerConfig server =
        new ServerConfig(
            settings.read(Setting.API_LISTEN, ListenAddress::parse),
            settings.read(Setting.LIFECYCLE_LISTEN, ListenAddress::parse),
            settings.read(Setting.CORS, CorsPolicy::parse),
            settings.read(Setting.AUTH_USERS, BasicAuth::parse),
            HttpLimits.DEFAULT.withMaxBodyBytes(
                settings.read(Setting.MAX_BODY_BYTES, StartConfig::positive)),
            settings.read(Setting.DRAIN_TIMEOUT, GoDuration::parse),
            build.version(),
            build.commit());
    return new StartConfig(
        server, settings.read(Setting.LOG_LEVEL, LogLevel::parse), settings.warnings());
  }

  private static long positive(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("expected a whole number above 0, got '" + text + "'");
    }
    return Long.parseLong(text);
  }
}
