package dev.pag.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
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
}
