package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthAnswersTest {
  @Test
  void answer_oddVersion_escaped() {
    Answer answer = new HealthAnswers("1\"\\\n", "c0ffee").answer(true);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"name\":\"prom-aggregation-gateway\",\"alive\":true,"
                + "\"version\":\"1\\\"\\\\\\u000a\",\"commitSHA\":\"c0ffee\"}");
  }

  @Test
  void answer_notReady_503() {
    assertThat(new HealthAnswers("1", "2").answer(false).status()).isEqualTo(503);
  }
}
