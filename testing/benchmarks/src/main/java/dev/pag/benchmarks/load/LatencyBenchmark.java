package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Latency of small pushes with nobody scraping, and beside a scraper of a big store that never
 * pauses.
 *
 * <p>The goal speaks of a free core, and two are there: the event loops are moved to the first, the
 * threads that make the page and the scraping client to the second. The senders, the collector and
 * the compiler run where the kernel puts them.
 */
public final class LatencyBenchmark {
  private static final String FLAGS = "-Xmx1g";
  private static final String EVENT_LOOPS = "api-";
  private static final String PAGE_MAKERS = "pag-";
  private static final int PUSHES_PER_SECOND = 2_000;
  private static final int CONNECTIONS = 8;
  private static final int WARM_UP_SECONDS = 1;
  private static final int WARM_UP_SCRAPES = 5;
  private static final int PUSH_BYTES = 500;
  private static final int DIFFERENT_PUSHES = 1_000;
  private static final double P99 = 0.99;

  private final Setup setup;

  public LatencyBenchmark(Setup setup) {
    this.setup = setup;
  }

  /**
   * Goal 11.
   *
   * @throws IOException if a push or a scrape was not answered as it should
   */
  public List<Figure> run() throws IOException, InterruptedException {
    Optional<Cores> cores = Cores.find();
    if (cores.isEmpty()) {
      return List.of(Figure.skipped("push latency beside a scraper", Cores.missing()));
    }
    StoredSeries series = new StoredSeries(setup.effort().series());
    try (ServerProcess gateway = ServerProcess.start(setup.gateway(FLAGS))) {
      warmUp(gateway, series);
      cores.get().move(gateway.pid(), name -> name.startsWith(EVENT_LOOPS), cores.get().server());
      cores.get().move(gateway.pid(), name -> name.startsWith(PAGE_MAKERS), cores.get().client());
      return measure(gateway, cores.get(), series);
    }
  }

  /** Also has the gateway start the threads that are then moved. */
  private static void warmUp(ServerProcess gateway, StoredSeries series) throws IOException {
    try (HttpConnection connection = new HttpConnection(gateway.api())) {
      StoredSeries.push(connection, series.all());
      for (int i = 0; i < WARM_UP_SCRAPES; i++) {
        HttpConnection.Answer unusedPlain =
            connection.exchange(HttpConnection.scrapeRequest(false));
        HttpConnection.Answer unusedGzip = connection.exchange(HttpConnection.scrapeRequest(true));
      }
    }
  }

  private List<Figure> measure(ServerProcess gateway, Cores cores, StoredSeries series)
      throws IOException, InterruptedException {
    OpenLoopPushes pushes =
        new OpenLoopPushes(
            gateway.api(),
            series.small(DIFFERENT_PUSHES, PUSH_BYTES),
            PUSHES_PER_SECOND,
            CONNECTIONS,
            WARM_UP_SECONDS,
            setup.effort().latencySeconds());
    List<Samples> alone = new ArrayList<>();
    List<Samples> besidePlain = new ArrayList<>();
    List<Samples> besideGzip = new ArrayList<>();
    for (int cycle = 0; cycle < setup.effort().latencyCycles(); cycle++) {
      alone.add(pushes.run());
      besidePlain.add(beside(false, gateway, cores, pushes));
      besideGzip.add(beside(true, gateway, cores, pushes));
    }
    String scraper = String.format(Locale.ROOT, " scraper of %,d series", series.size());
    return List.of(
        figure("plain" + scraper, best(besidePlain), best(alone)),
        figure("gzip" + scraper, best(besideGzip), best(alone)));
  }

  private static Samples beside(
      boolean gzip, ServerProcess gateway, Cores cores, OpenLoopPushes pushes)
      throws IOException, InterruptedException {
    EndlessScraper scraper = EndlessScraper.start(gateway.api(), gzip, cores);
    try {
      return pushes.run();
    } finally {
      scraper.stop();
    }
  }

  /** What else runs on the machine only ever adds to a latency. */
  private static Samples best(List<Samples> runs) {
    return runs.stream()
        .min(Comparator.comparingDouble(samples -> samples.micros(P99)))
        .orElseThrow();
  }

  private static Figure figure(String scraper, Samples beside, Samples alone) {
    return new Figure(
        11,
        "push p99 beside a " + scraper + ", to p99 without",
        beside.micros(P99) / alone.micros(P99),
        "ratio",
        1.5,
        1.0,
        Direction.AT_MOST,
        String.format(
            Locale.ROOT,
            "p50/p99/p99.9 beside %s, without %s; %,d/s open loop; event loops on one core, page"
                + " makers and scraper on the other; %s",
            text(beside),
            text(alone),
            PUSHES_PER_SECOND,
            FLAGS));
  }

  private static String text(Samples samples) {
    return String.format(
        Locale.ROOT,
        "%.0f/%.0f/%.0f us",
        samples.micros(0.5),
        samples.micros(P99),
        samples.micros(0.999));
  }
}
