package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From the start of the process to the first push answered with 202. */
public final class StartUpBenchmark {
  private static final int REHEARSE_SECONDS = 120;

  private final Setup setup;
  private final Path script;

  public StartUpBenchmark(Setup setup) {
    this.setup = setup;
    this.script =
        setup.jar().resolveSibling("prom-aggregation-gateway/bin/prom-aggregation-gateway");
  }

  /**
   * Goal 15.
   *
   * @throws IOException if a gateway did not start
   */
  public List<Figure> run() throws IOException, InterruptedException {
    List<Start> starts = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    String own = "JDK " + Runtime.version().feature();
    starts.add(plain(15, own, JavaHomes.own(), 700, 500));
    addArchived(starts, figures, archived(own, JavaHomes.own(), 400, 290));
    Optional<Path> jdk25 = JavaHomes.jdk25();
    if (jdk25.isPresent()) {
      starts.add(plain(0, "JDK 25", jdk25.get(), Double.NaN, Double.NaN));
      addArchived(starts, figures, archived("JDK 25", jdk25.get(), 350, 215));
    } else {
      figures.add(
          Figure.skipped("start on JDK 25", "none in -Dpag.java25, JAVA_25_HOME, /usr/lib/jvm"));
    }
    for (int i = 0; i < setup.effort().starts(); i++) {
      for (Start start : starts) {
        start.time();
      }
    }
    starts.forEach(start -> figures.add(start.figure()));
    return figures;
  }

  private Start plain(int goal, String jdk, Path home, double required, double stretch) {
    return new Start(
        goal,
        jdk + ", plain jar",
        setup.gateway(home),
        Map.of(),
        required,
        stretch,
        setup.effort());
  }

  private Start archived(String jdk, Path home, double required, double stretch) {
    return new Start(
        15,
        jdk + ", archive",
        Setup.program(List.of(script.toString())),
        Map.of("JAVA_HOME", home.toString(), "JAVA_OPTS", String.join(" ", setup.flags())),
        required,
        stretch,
        setup.effort());
  }

  /** With an archive that this very JDK has made. */
  private void addArchived(List<Start> starts, List<Figure> figures, Start archived)
      throws InterruptedException {
    if (!Files.isExecutable(script)) {
      figures.add(archived.skipped("the build has made no start script"));
      return;
    }
    try {
      List<String> command = new ArrayList<>(List.of("env"));
      archived.environment.forEach((name, value) -> command.add(name + "=" + value));
      command.addAll(List.of(script.toString(), "rehearse"));
      String unused = Programs.output(command, REHEARSE_SECONDS);
      starts.add(archived);
    } catch (IOException e) {
      figures.add(archived.skipped("no archive could be made: " + e.getMessage()));
    }
  }

  /** One way to start, and how long it took so far. */
  private static final class Start {
    private final int goal;
    private final String name;
    private final ServerProcess.Command command;
    private final Map<String, String> environment;
    private final double required;
    private final double stretch;
    private final Samples wall;
    private final Samples cpu;

    Start(
        int goal,
        String name,
        ServerProcess.Command command,
        Map<String, String> environment,
        double required,
        double stretch,
        Effort effort) {
      this.goal = goal;
      this.name = "start to first 202, " + name;
      this.command = command;
      this.environment = environment;
      this.required = required;
      this.stretch = stretch;
      this.wall = new Samples(effort.starts());
      this.cpu = new Samples(effort.starts());
    }

    void time() throws IOException, InterruptedException {
      try (ServerProcess gateway = ServerProcess.start(command, environment)) {
        cpu.add(gateway.figures().cpuNanos());
        wall.add(gateway.startUpNanos());
      }
    }

    Figure figure() {
      return figure(
          wall.medianMillis(),
          String.format(
              Locale.ROOT,
              "median of %d, best %.0f ms, CPU %.0f ms",
              wall.count(),
              wall.minMillis(),
              cpu.medianMillis()));
    }

    Figure skipped(String reason) {
      return figure(Double.NaN, "skipped: " + reason);
    }

    private Figure figure(double millis, String detail) {
      Direction direction = goal == 0 ? Direction.INFO : Direction.AT_MOST;
      return new Figure(goal, name, millis, "ms", required, stretch, direction, detail);
    }
  }
}
