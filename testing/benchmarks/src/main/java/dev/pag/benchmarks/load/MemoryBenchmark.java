package dev.pag.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import dev.pag.benchmarks.SeriesSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resident memory of a small gateway, and heap that a series costs in a big one. */
public final class MemoryBenchmark {
  private static final String[] SMALL = {"-Xmx64m", "-Xmn8m", "-XX:+UseSerialGC"};
  private static final String[] BIG = {"-Xmx1g", "-XX:+UseSerialGC"};
  private static final int FEW_SERIES = 4_000;
  private static final int LINES_PER_PUSH = 120;
  private static final int SETTLE_MILLIS = 2_000;
  private static final int JCMD_SECONDS = 60;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final Setup setup;

  public MemoryBenchmark(Setup setup) {
    this.setup = setup;
  }

  /**
   * Goals 12 and 16.
   *
   * @throws IOException if a push was not answered with 202
   */
  public List<Figure> run() throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>(resident());
    figures.add(heap());
    return figures;
  }

  private List<Figure> resident() throws IOException, InterruptedException {
    try (ServerProcess gateway = ServerProcess.start(setup.gateway(SMALL))) {
      Thread.sleep(SETTLE_MILLIS);
      Figure idle = resident("idle", gateway, 80, 60, String.join(" ", SMALL));
      return List.of(idle, loaded(gateway));
    }
  }

  private Figure loaded(ServerProcess gateway) throws IOException, InterruptedException {
    Optional<Cores> cores = Cores.find();
    Optional<Wrk> found = cores.isEmpty() ? Optional.empty() : Wrk.find(cores.get());
    if (found.isEmpty()) {
      return Figure.skipped("resident memory under load", "needs wrk, taskset and two processors");
    }
    int seconds = setup.effort().rounds() * setup.effort().roundSeconds();
    List<byte[]> bodies = TypedBodies.ofEach(LINES_PER_PUSH, SeriesSet.of(FEW_SERIES).lines());
    try (Wrk wrk = found.get()) {
      WrkResult result = wrk.rotate(bodies, gateway.url("/metrics/job/memory"), seconds);
      return resident(
          "under load",
          gateway,
          115,
          103,
          String.format(
              Locale.ROOT,
              "%,d series, %,d pushes of 10 KB on %d connections; %s",
              FEW_SERIES,
              result.requests(),
              Wrk.CONNECTIONS,
              String.join(" ", SMALL)));
    }
  }

  private static Figure resident(
      String when, ServerProcess gateway, double required, double stretch, String detail) {
    return new Figure(
        16,
        "resident memory " + when,
        gateway.figures().residentBytes() / BYTES_PER_MEGABYTE,
        "MB",
        required,
        stretch,
        Direction.AT_MOST,
        detail);
  }

  private Figure heap() throws IOException, InterruptedException {
    Path jcmd = JavaHomes.own().resolve("bin/jcmd");
    String name = "heap a series beyond the bytes of its key";
    if (!Files.isExecutable(jcmd)) {
      return Figure.skipped(name, "needs jcmd, which only a JDK has");
    }
    StoredSeries series = new StoredSeries(setup.effort().series());
    try (ServerProcess gateway = ServerProcess.start(setup.gateway(BIG));
        HttpConnection connection = new HttpConnection(gateway.api())) {
      double before = heapBytes(jcmd, gateway);
      StoredSeries.push(connection, series.all());
      double perSeries = (heapBytes(jcmd, gateway) - before) / series.size();
      return new Figure(
          12,
          name,
          perSeries - series.keyBytes(),
          "bytes",
          60,
          44,
          Direction.AT_MOST,
          String.format(
              Locale.ROOT,
              "%,d series: %.1f bytes each, key %.1f; after a full collection; %s",
              series.size(),
              perSeries,
              series.keyBytes(),
              String.join(" ", BIG)));
    }
  }

  /** As the gateway's own metrics show it, after everything that can go has gone. */
  private static double heapBytes(Path jcmd, ServerProcess gateway)
      throws IOException, InterruptedException {
    String unused =
        Programs.output(List.of(jcmd.toString(), "" + gateway.pid(), "GC.run"), JCMD_SECONDS);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (HttpConnection connection = new HttpConnection(gateway.lifecycle())) {
      connection.get("/metrics", page);
    }
    String series = "jvm_memory_used_bytes{area=\"heap\"} ";
    return page.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
        .findFirst()
        .orElseThrow(() -> new IOException("not in the gateway's own metrics: " + series));
  }
}
