package dev.pag.benchmarks;

import dev.pag.benchmarks.load.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures and reports. Exits with 1 if something could not be measured as it should, or is below
 * half of what is required; with 2 if it was not called right.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final Options options;
  private final Path root;
  private final List<Figure> figures = new ArrayList<>();
  private boolean broken;

  private Main(Options options, Path root) {
    this.options = options;
    this.root = root;
  }

  public static void main(String[] args) throws IOException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(MISUSED);
      return;
    }
    String command = "./mvnw -q -Pbenchmark package";
    if (args.length > 0) {
      command += " -Dpag.args=\"" + String.join(" ", args) + "\"";
    }
    Main main = new Main(options, Path.of(System.getProperty("pag.root", "")));
    System.exit(main.run(command) ? 0 : FAILED);
  }

  private boolean run(String command) throws IOException {
    Setup setup =
        new Setup(options.mode(), Path.of(System.getProperty("pag.jar")), options.flags());
    options.parts().forEach(part -> measure(part, setup));
    Report report = new Report(Machine.here(root), command, figures);
    System.out.print(report.text());
    if (options.json() != null) {
      Files.writeString(options.json(), report.json());
    }
    if (options.docs()) {
      GeneratedSection.rewrite(root.resolve("docs/PERFORMANCE.md"), report.markdown());
    }
    return !broken && report.acceptable();
  }

  /** Goes on with the next part if one breaks. */
  private void measure(Part part, Setup setup) {
    String name = part.name().toLowerCase(Locale.ROOT);
    System.err.println("measuring: " + name);
    try {
      figures.addAll(part.measure(setup));
    } catch (Exception e) {
      broken = true;
      System.err.println("not measured: " + name);
      e.printStackTrace();
    }
  }
}
