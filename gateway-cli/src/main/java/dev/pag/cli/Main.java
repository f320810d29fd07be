package dev.pag.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    leaveFlightRecorderAsleep();
    Charset charset = Charset.defaultCharset();
    Cli cli =
        new Cli(
            System.getenv(),
            Path.of(""),
            new PrintWriter(System.out, false, charset),
            new PrintWriter(System.err, true, charset),
            GatewayProcess::run);
    System.exit(cli.run(args));
  }

  /**
   * Netty has events for Flight Recorder, and the first buffer it allocates would start that up: a
   * quarter of the time to the first answer. Who wants the events sets the property.
   */
  private static void leaveFlightRecorderAsleep() {
    String property = "io.netty.jfr.enabled";
    System.setProperty(property, System.getProperty(property, "false"));
  }
}
