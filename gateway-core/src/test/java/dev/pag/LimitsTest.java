package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.testing.Pushes;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each limit of {@link GatewayConfig#DEFAULT} holds to the unit. */
class LimitsTest {
  private static final GatewayConfig LIMITS = GatewayConfig.DEFAULT;
  private static final int CHUNK_BYTES = 1000;

  private final Gateway gateway = new Gateway(LIMITS, GatewayMetrics.NONE);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void line_longestAllowed_accepted() {
    assertAccepted(lineOf(LIMITS.maxLineBytes()) + "\n" + lineOf(LIMITS.maxLineBytes(), "y"));
  }

  @Test
  void line_oneByteLonger_refusedAtThatByte() {
    int bytes = LIMITS.maxLineBytes() + 1;

    assertLimit("good 1\n" + lineOf(bytes), "line 2, column " + bytes + ": ");
  }

  /** A sender that never ends its line must not fill the memory first. */
  @Test
  void line_neverEnding_refusedOnceTooLong() throws PushRefusedException {
    PushSession session = gateway.openPush(PathLabels.parse(""));
    byte[] chunk = "x{a=\"".concat("v".repeat(CHUNK_BYTES)).getBytes(StandardCharsets.UTF_8);
    int allowed = LIMITS.maxLineBytes() / CHUNK_BYTES;
    session.feed(chunk, 0, chunk.length);

    PushRefusedException refusal =
        catchThrowableOfType(
            PushRefusedException.class,
            () -> {
              for (int i = 0; i < allowed; i++) {
                session.feed(chunk, chunk.length - CHUNK_BYTES, chunk.length);
              }
            });

    assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT);
    assertThat(gateway.stats().stagingBytes()).isZero();
  }

  @Test
  void names_longestAllowed_accepted() {
    String name = "n".repeat(LIMITS.maxNameBytes());

    assertAccepted("# TYPE " + name + " gauge\n" + name + "{" + name + "=\"v\"} 1");
  }

  @Test
  void labels_asManyAsAllowed_accepted() {
    assertAccepted("x{" + labels(LIMITS.maxLabels()) + ",empty=\"\"} 1");
  }

  @Test
  void labels_asManyAsAllowedWithPath_accepted() throws PushRefusedException {
    String body = "x{" + labels(LIMITS.maxLabels() - 2) + "} 1\n";

    Pushes.push(gateway, "/a/1/b/2", body);

    assertThat(Pushes.page(gateway)).startsWith("# TYPE x untyped\nx{a=\"1\",b=\"2\",l0=");
  }

  @Test
  void buckets_asManyAsAllowed_accepted() {
    assertAccepted(
        buckets(LIMITS.maxBuckets() - 1) + "h_bucket{le=\"+Inf\"} 1\nh_count 1\nh_sum 1");
  }

  @Test
  void buckets_oneMore_refused() {
    assertLimit(buckets(LIMITS.maxBuckets() + 1) + "h_count 1", "line ");
  }

  @Test
  void quantiles_asManyAsAllowed_accepted() {
    assertAccepted(quantiles(LIMITS.maxBuckets()) + "s_sum 1\ns_count 1");
  }

  @Test
  void quantiles_oneMore_refused() {
    assertLimit(quantiles(LIMITS.maxBuckets() + 1) + "s_sum 1\ns_count 1", "line ");
  }

  private static String lineOf(int bytes) {
    return lineOf(bytes, "x");
  }

  private static String lineOf(int bytes, String name) {
    String start = name + "{a=\"";
    String end = "\"} 1";
    return start + "v".repeat(bytes - start.length() - end.length()) + end;
  }

  private static String labels(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "l" + i + "=\"v\"")
        .collect(Collectors.joining(","));
  }

  private static String buckets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "h_bucket{le=\"" + i + "\"} 1\n")
        .collect(Collectors.joining("", "# TYPE h histogram\n", ""));
  }

  private static String quantiles(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "s{quantile=\"" + i + "\"} 1\n")
        .collect(Collectors.joining("", "# TYPE s summary\n", ""));
  }

  private void assertAccepted(String lines) {
    assertThatCode(() -> pushInChunks(lines)).doesNotThrowAnyException();
    assertThat(gateway.stats().series()).isPositive();
  }

  private void assertLimit(String lines, String place) {
    PushRefusedException refusal =
        catchThrowableOfType(PushRefusedException.class, () -> pushInChunks(lines));

    assertThat(refusal).as("must be refused").isNotNull();
    assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT);
    assertThat(refusal).hasMessageStartingWith(place);
    assertThat(gateway.stats().series()).isZero();
    assertThat(gateway.stats().stagingBytes()).isZero();
  }

  private void pushInChunks(String lines) throws PushRefusedException {
    byte[] body = (lines + "\n").getBytes(StandardCharsets.UTF_8);
    int[] cuts =
        IntStream.iterate(CHUNK_BYTES, cut -> cut < body.length, cut -> cut + CHUNK_BYTES)
            .toArray();
    Pushes.pushCut(gateway, "", body, cuts);
  }
}
