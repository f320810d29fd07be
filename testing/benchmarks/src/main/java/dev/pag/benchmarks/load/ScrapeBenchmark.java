package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Figure;
import dev.pag.benchmarks.Figure.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scrapes of a big store over loopback, from the request to the last byte of the page. The gateway
 * and the client that drains the page have all processors of the machine, unpinned: the page is
 * made on one thread, written by another and read by a third.
 */
public final class ScrapeBenchmark {
  private static final String FLAGS = "-Xmx1g";
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final int WARM_UPS = 3;
  private static final byte[] PLAIN = HttpConnection.scrapeRequest(false);
  private static final byte[] GZIP = HttpConnection.scrapeRequest(true);

  private final Setup setup;

  public ScrapeBenchmark(Setup setup) {
    this.setup = setup;
  }

  /**
   * Goal 10.
   *
   * @throws IOException if a push or a scrape was not answered as it should
   */
  public List<Figure> run() throws IOException, InterruptedException {
    StoredSeries series = new StoredSeries(setup.effort().series());
    List<Figure> figures = new ArrayList<>();
    try (ServerProcess gateway = ServerProcess.start(setup.gateway(FLAGS));
        HttpConnection connection = new HttpConnection(gateway.api())) {
      Timer timer = new Timer(connection, setup.effort().scrapes());
      String of = String.format(Locale.ROOT, "scrape of %,d series, ", series.size());
      figures.add(timer.time(10, of + "plain", PLAIN, series.all(), 150, 50));
      figures.add(timer.time(10, of + "gzip, all changed", GZIP, series.all(), 400, 220));
      figures.add(
          timer.time(
              10, of + "gzip, 9 % changed in some families", GZIP, series.neighbours(), 80, 40));
      figures.add(
          timer.time(
              0,
              of + "gzip, 9 % changed all over",
              GZIP,
              series.scattered(),
              Double.NaN,
              Double.NaN));
      figures.add(
          new Figure(
              0,
              "resident memory after those scrapes",
              gateway.figures().residentBytes() / BYTES_PER_MEGABYTE,
              "MB",
              Double.NaN,
              Double.NaN,
              Direction.INFO,
              FLAGS));
    }
    return figures;
  }

  /** Changes the store and scrapes it, over and over. */
  private record Timer(HttpConnection connection, int scrapes) {
    Figure time(
        int goal,
        String name,
        byte[] request,
        List<byte[]> changes,
        double required,
        double stretch)
        throws IOException {
      Samples samples = new Samples(scrapes);
      long bytes = 0;
      for (int i = -WARM_UPS; i < scrapes; i++) {
        StoredSeries.push(connection, changes);
        long startNanos = System.nanoTime();
        HttpConnection.Answer answer = connection.exchange(request);
        long nanos = System.nanoTime() - startNanos;
        if (answer.status() != 200) {
          throw new IOException("scrape answered with " + answer.status());
        }
        bytes = answer.bodyBytes();
        if (i >= 0) {
          samples.add(nanos);
        }
      }
      return new Figure(
          goal,
          name,
          samples.minMillis(),
          "ms",
          required,
          stretch,
          goal == 0 ? Direction.INFO : Direction.AT_MOST,
          String.format(
              Locale.ROOT,
              "best of %d, median %.0f ms; %,d bytes; %s",
              samples.count(),
              samples.medianMillis(),
              bytes,
              FLAGS));
    }
  }
}
