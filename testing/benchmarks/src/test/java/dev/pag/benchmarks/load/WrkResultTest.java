package dev.pag.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkResultTest {
  private static final String HEAD =
      """
      Running 2s test @ http://127.0.0.1:8080/metrics
        1 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency   599.73us  211.30us   8.11ms   91.02%
          Req/Sec   101.06k     3.90k  106.65k    80.95%
        211143 requests in 2.10s, 8.66MB read
      """;
  private static final String FOOT =
      """
      Requests/sec: 100544.04
      Transfer/sec:      4.12MB
      """;

  @Test
  void parse_cleanRun_hasNoFailures() {
    assertThat(WrkResult.parse(HEAD + FOOT)).isEqualTo(new WrkResult(211_143, 100_544.04, 0));
  }

  @Test
  void parse_errorsOfBothKinds_areAddedUp() {
    String errors =
        """
          Socket errors: connect 1, read 20, write 300, timeout 4000
          Non-2xx or 3xx responses: 50000
        """;

    assertThat(WrkResult.parse(HEAD + errors + FOOT).failures()).isEqualTo(54_321);
  }

  @Test
  void parse_otherText_isRefused() {
    assertThatThrownBy(() -> WrkResult.parse("unable to connect to 127.0.0.1:8080"))
        .hasMessageContaining("unable to connect");
  }
}
