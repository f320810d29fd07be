package dev.pag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param commit abbreviated git commit, {@code unknown} if it was built outside of a repository
 */
record BuildInfo(String version, String commit) {
  static final String NAME = "prom-aggregation-gateway";

  /** Reads what the build wrote beside this class. */
  static BuildInfo load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        throw new IllegalStateException("bug: the build left out build.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(
        properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
  }

  @Override
  public String toString() {
    return NAME + " " + version + " (commit " + commit + ")";
  }
}
