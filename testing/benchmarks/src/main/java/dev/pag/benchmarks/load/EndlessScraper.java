package dev.pag.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Scrapes again as soon as a page has been read, until it is closed. */
final class EndlessScraper {
  private final FutureTask<Integer> scraping;
  private volatile boolean stopped;

  private EndlessScraper(InetSocketAddress server, boolean gzip, Cores cores) {
    this.scraping = new FutureTask<>(() -> scrape(server, gzip, cores));
  }

  /** Starts one on the client's processor. */
  static EndlessScraper start(InetSocketAddress server, boolean gzip, Cores cores) {
    EndlessScraper scraper = new EndlessScraper(server, gzip, cores);
    Thread thread = new Thread(scraper.scraping, "scraper");
    thread.setDaemon(true);
    thread.start();
    return scraper;
  }

  private int scrape(InetSocketAddress server, boolean gzip, Cores cores)
      throws IOException, InterruptedException {
    cores.moveHere(cores.client());
    byte[] request = HttpConnection.scrapeRequest(gzip);
    int scrapes = 0;
    try (HttpConnection connection = new HttpConnection(server)) {
      while (!stopped) {
        int status = connection.exchange(request).status();
        if (status != 200) {
          throw new IOException("scrape answered with " + status);
        }
        scrapes++;
      }
    }
    return scrapes;
  }

  /**
   * Lets it finish the page it is at, and gives the number of pages.
   *
   * @throws IOException if a scrape failed
   */
  int stop() throws IOException, InterruptedException {
    stopped = true;
    try {
      return scraping.get();
    } catch (ExecutionException e) {
      throw new IOException("scraper failed", e.getCause());
    }
  }
}
