package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import dev.pag.benchmarks.SeriesSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pushes of known series against the null sink: CPU time a push, of the server alone. */
public final class LoadBenchmark {
  /** One processor, hence one event loop and the serial collector, on both sides. */
  private static final String[] FLAGS = {"-Xmx512m", "-XX:ActiveProcessorCount=1"};

  private static final int PIPELINED = 16;
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  private final Setup setup;
  private final List<String> lines = SeriesSet.of(1_000).lines();
  private final LoadShape smallest = LoadShape.plain("0.3KB", 300, lines);
  private final LoadShape small = LoadShape.plain("0.5KB", 500, lines);
  private final LoadShape middle = LoadShape.plain("10KB", 10_000, lines);
  private final LoadShape large = LoadShape.plain("20KB", 20_000, lines);
  private final LoadShape perRequest = smallest.connectionPerRequest();
  private final LoadShape pipelined = smallest.pipelined(PIPELINED);
  private final LoadShape gzipped = middle.gzip();

  public LoadBenchmark(Setup setup) {
    this.setup = setup;
  }

  /**
   * Goals 1 to 4 and 14.
   *
   * @throws IOException if an answer was not 2xx, or the sums are not what was pushed
   */
  public List<Figure> run() throws IOException, InterruptedException {
    Optional<Cores> cores = Cores.find();
    if (cores.isEmpty()) {
      return skipped(Cores.missing());
    }
    Optional<Wrk> found = Wrk.find(cores.get());
    if (found.isEmpty()) {
      return skipped("needs wrk");
    }
    try (Wrk wrk = found.get()) {
      return run(wrk, cores.get());
    }
  }

  private List<Figure> run(Wrk wrk, Cores cores) throws IOException, InterruptedException {
    List<LoadShape> shapes =
        new ArrayList<>(List.of(smallest, small, middle, large, perRequest, pipelined));
    boolean gzipAccepted = gzipAccepted();
    if (gzipAccepted) {
      shapes.add(gzipped);
    }
    LoadContest contest =
        new LoadContest(wrk, cores, setup.effort(), Setup.nullSink(FLAGS), setup.gateway(FLAGS));
    contest.run(shapes);
    List<Figure> figures = new ArrayList<>();
    figures.add(ratio(1, contest, smallest, "push of 0.3 KB", 0.80, 0.90));
    figures.add(ratio(1, contest, small, "push of 0.5 KB", 0.80, 0.90));
    figures.add(ratio(2, contest, middle, "push of 10 KB", 0.55, 0.63));
    figures.add(ratio(3, contest, large, "push of 20 KB", 0.40, 0.50));
    figures.add(ratio(4, contest, perRequest, "push of 0.3 KB, a connection each", 0.90, 1.0));
    figures.add(
        ratio(0, contest, pipelined, "push of 0.3 KB, 16 pipelined", Double.NaN, Double.NaN));
    figures.add(
        gzipAccepted
            ? addedByGzip(contest.result(middle), contest.result(gzipped))
            : gzipNotMeasured("not yet: the gateway answers a gzip-coded push with 415"));
    return figures;
  }

  private boolean gzipAccepted() throws IOException, InterruptedException {
    try (ServerProcess gateway = ServerProcess.start(setup.gateway(FLAGS));
        HttpConnection connection = new HttpConnection(gateway.api())) {
      byte[] push =
          HttpConnection.pushRequest(gzipped.path(), gzipped.body(), "Content-Encoding: gzip\r\n");
      int status = connection.exchange(push).status();
      if (status != 202 && status != UNSUPPORTED_MEDIA_TYPE) {
        throw new IOException("a gzip-coded push was answered with " + status);
      }
      return status == 202;
    }
  }

  private static Figure ratio(
      int goal,
      LoadContest contest,
      LoadShape shape,
      String what,
      double required,
      double stretch) {
    LoadContest.Result result = contest.result(shape);
    return new Figure(
        goal,
        what + ", pushes per CPU second to the null sink's",
        result.ratio(),
        "ratio",
        required,
        stretch,
        goal == 0 ? Direction.INFO : Direction.AT_LEAST,
        result.detail("sink") + "; both " + String.join(" ", FLAGS));
  }

  private static Figure addedByGzip(LoadContest.Result plain, LoadContest.Result gzip) {
    return gzipFigure(
        gzip.gatewayCpuMicros() - plain.gatewayCpuMicros(),
        gzip.detail("sink, which does not inflate,"));
  }

  private static Figure gzipNotMeasured(String reason) {
    return gzipFigure(Double.NaN, reason);
  }

  private static Figure gzipFigure(double micros, String detail) {
    return new Figure(
        14, "push of 10 KB, CPU added by gzip", micros, "us", 10, 7.6, Direction.AT_MOST, detail);
  }

  private static List<Figure> skipped(String reason) {
    return List.of(Figure.skipped("pushes against the null sink", reason));
  }
}
