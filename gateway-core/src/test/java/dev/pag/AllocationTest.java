package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.pag.model.PushRefusedException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The claim "nothing is allocated per known sample", checked by the JVM's own count of the bytes a
 * thread has allocated: a push of ten times the samples allocates exactly as much.
 */
class AllocationTest {
  private static final int PUSHES = 2_000;
  private static final int SCRAPES = 200;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(strings = {"", "/job/x/instance/y"})
  void knownSamples_moreOfThem_noByteMore(String path) throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      PathLabels labels = PathLabels.parse(path);
      byte[] small = body(10);
      byte[] large = body(100);
      push(gateway, labels, large, PUSHES);

      long bytesSmall = allocated(gateway, labels, small);
      long bytesLarge = allocated(gateway, labels, large);

      assertThat(bytesLarge - bytesSmall).isZero();
      assertThat(bytesLarge / PUSHES).isLessThanOrEqualTo(200);
    }
  }

  @Test
  void knownSamples_cutInTheMiddleOfLines_noByteMore() throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      byte[] body = body(100);
      push(gateway, PathLabels.NONE, body, PUSHES);

      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < PUSHES; i++) {
        PushSession push = gateway.openPush(PathLabels.NONE);
        int cut = 1 + i % (body.length - 1);
        push.feed(body, 0, cut);
        push.feed(body, cut, body.length);
        push.finish();
      }
      long perPush = (THREADS.getCurrentThreadAllocatedBytes() - before) / PUSHES;

      assertThat(perPush).isLessThanOrEqualTo(200);
    }
  }

  /** Shadow copies are for the moments of a render: none are made once it is over. */
  @Test
  void knownSamples_eachPushBehindAScrape_noByteMore() throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      byte[] body = body(100);
      push(gateway, PathLabels.NONE, body, PUSHES);

      long allocated = 0;
      for (int i = 0; i < SCRAPES; i++) {
        gateway.scrape().join();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        push(gateway, PathLabels.NONE, body, 1);
        allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
      }

      assertThat(allocated / SCRAPES).isLessThanOrEqualTo(200);
    }
  }

  private static long allocated(Gateway gateway, PathLabels labels, byte[] body)
      throws PushRefusedException {
    push(gateway, labels, body, PUSHES);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    push(gateway, labels, body, PUSHES);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void push(Gateway gateway, PathLabels labels, byte[] body, int times)
      throws PushRefusedException {
    for (int i = 0; i < times; i++) {
      PushSession push = gateway.openPush(labels);
      push.feed(body, 0, body.length);
      push.finish();
    }
  }

  /** Counters, gauges, histograms and a summary, with HELP and TYPE lines. */
  private static byte[] body(int series) {
    StringBuilder text = new StringBuilder("# HELP c A counter.\n# TYPE c counter\n");
    for (int i = 0; i < series; i++) {
      text.append("c{path=\"/a/").append(i).append("\",code=\"200\"} ").append(i).append(".5\n");
    }
    text.append("# TYPE g gauge\n");
    for (int i = 0; i < series; i++) {
      text.append("g{i=\"").append(i).append("\"} -").append(i).append('\n');
    }
    text.append("# TYPE h histogram\n");
    for (int i = 0; i < series; i++) {
      String label = "i=\"" + i + "\"";
      for (String bound : new String[] {"0.1", "1", "10", "+Inf"}) {
        text.append("h_bucket{").append(label).append(",le=\"").append(bound).append("\"} 7\n");
      }
      text.append("h_sum{").append(label).append("} 3.25e-3\n");
      text.append("h_count{").append(label).append("} 7\n");
    }
    text.append("# TYPE s summary\n");
    for (int i = 0; i < series; i++) {
      text.append("s{i=\"").append(i).append("\",quantile=\"0.5\"} NaN\n");
      text.append("s_sum{i=\"").append(i).append("\"} 1\n");
      text.append("s_count{i=\"").append(i).append("\"} 2\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
