package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import dev.pag.testing.RandomPush;
import dev.pag.testing.RandomPushes;
import dev.pag.testing.ReferenceGateway;
import dev.pag.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Several senders and scrapers at once. Every push carries a pair of counters in the first and the
 * last family of the page, always raised together: a page that shows a push in part shows them
 * apart.
 */
class ConcurrentPushesTest {
  private static final int SENDERS = 4;
  private static final int SCRAPERS = 2;
  private static final int PUSHES_PER_SENDER = 500;
  private static final Pattern PAIR =
      Pattern.compile("(?m)^(AAA|zzz)_total\\{.*sender=\"(\\d)\"} (\\d+)$");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger sendersAtWork = new AtomicInteger(SENDERS);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void pushes_fromManyThreads_wholeOnEveryPageAndSummedAtTheEnd() throws Exception {
    long seed = Seeds.next(getClass());
    List<List<RandomPush>> pushes = pushesBySender(seed);
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      List<Future<Integer>> work = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        work.add(threads.submit(sender(gateway, sender, pushes.get(sender), seed + sender)));
      }
      for (int scraper = 0; scraper < SCRAPERS; scraper++) {
        work.add(threads.submit(scraper(gateway)));
      }
      for (Future<Integer> each : work) {
        assertThat(each.get()).isPositive();
      }

      assertThat(Pushes.firstDifference(Pushes.page(gateway), referencePage(pushes))).isEmpty();
      assertThat(gateway.stats().stagingBytes()).isZero();
    }
  }

  private static List<List<RandomPush>> pushesBySender(long seed) {
    List<List<RandomPush>> all = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      RandomPushes random = RandomPushes.steady(seed + sender);
      List<RandomPush> pushes = new ArrayList<>();
      for (int i = 0; i < PUSHES_PER_SENDER; i++) {
        RandomPush push = random.next();
        pushes.add(new RandomPush(push.rawPath(), inPair(push.body(), sender), null));
      }
      all.add(pushes);
    }
    return all;
  }

  private static String inPair(String body, int sender) {
    String labels = "{sender=\"" + sender + "\"} 1\n";
    return "# TYPE AAA_total counter\nAAA_total"
        + labels
        + body
        + "# TYPE zzz_total counter\nzzz_total"
        + labels;
  }

  /** Pushes all, now and then scrapes, and must find its own pushes: read your writes. */
  private Callable<Integer> sender(
      Gateway gateway, int sender, List<RandomPush> pushes, long seed) {
    return () -> {
      RandomPushes cuts = RandomPushes.steady(seed);
      try {
        for (int i = 0; i < pushes.size(); i++) {
          byte[] body = pushes.get(i).body().getBytes(StandardCharsets.UTF_8);
          Pushes.pushCut(gateway, pushes.get(i).rawPath(), body, cuts.cuts(body.length));
          if (i % 20 == 0) {
            assertThat(pairs(Pushes.page(gateway)).get(sender)).isEqualTo(i + 1);
          }
        }
      } finally {
        sendersAtWork.decrementAndGet();
      }
      return pushes.size();
    };
  }

  /** Scrapes until all senders are done; no page may show less than the one before. */
  private Callable<Integer> scraper(Gateway gateway) {
    return () -> {
      int pages = 0;
      List<Integer> before = pairs("");
      boolean last;
      do {
        last = sendersAtWork.get() == 0;
        List<Integer> now = pairs(Pushes.page(gateway));
        for (int sender = 0; sender < SENDERS; sender++) {
          assertThat(now.get(sender)).isGreaterThanOrEqualTo(before.get(sender));
        }
        before = now;
        pages++;
      } while (!last);
      return pages;
    };
  }

  /** Pushes of each sender that a page shows; fails if the page shows one in part. */
  private static List<Integer> pairs(String page) {
    int[] firsts = new int[SENDERS];
    int[] lasts = new int[SENDERS];
    Matcher matcher = PAIR.matcher(page);
    while (matcher.find()) {
      int[] counts = matcher.group(1).equals("AAA") ? firsts : lasts;
      // One series of the sender for each path it pushed to.
      counts[Integer.parseInt(matcher.group(2))] += Integer.parseInt(matcher.group(3));
    }
    assertThat(firsts).as("counters pushed together").isEqualTo(lasts);
    List<Integer> pairs = new ArrayList<>();
    for (int count : firsts) {
      pairs.add(count);
    }
    return pairs;
  }

  private static String referencePage(List<List<RandomPush>> pushes) throws PushRefusedException {
    ReferenceGateway reference = new ReferenceGateway();
    for (List<RandomPush> ofSender : pushes) {
      for (RandomPush push : ofSender) {
        reference.push(push.rawPath(), push.body().getBytes(StandardCharsets.UTF_8));
      }
    }
    return reference.page();
  }
}
