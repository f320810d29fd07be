package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.CaseFiles;
import dev.pag.testing.PushCase;
import dev.pag.testing.Pushes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The merging rules, each as a folder of pushes and the page they lead to. */
class AggregationTest {
  static List<String> cases() {
    return CaseFiles.aggregations();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pushes_inOrder_leadToPage(String name) throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      for (PushCase push : CaseFiles.aggregationPushes(name)) {
        apply(gateway, push);
      }

      assertThat(Pushes.page(gateway)).isEqualTo(CaseFiles.aggregationPage(name));
    }
  }

  /** A page kept or shared from an earlier state must not shine through in a later one. */
  @ParameterizedTest
  @MethodSource("cases")
  void pushes_withScrapesBetween_leadToSamePage(String name) throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      for (PushCase push : CaseFiles.aggregationPushes(name)) {
        String before = Pushes.page(gateway);
        apply(gateway, push);
        if (push.refusal() != null) {
          assertThat(Pushes.page(gateway)).isEqualTo(before);
        }
      }

      assertThat(Pushes.page(gateway)).isEqualTo(CaseFiles.aggregationPage(name));
    }
  }

  private static void apply(Gateway gateway, PushCase push) throws PushRefusedException {
    if (push.refusal() == null) {
      Pushes.push(gateway, push.rawPath(), push.body());
      return;
    }
    PushRefusedException refusal =
        catchThrowableOfType(
            PushRefusedException.class, () -> Pushes.push(gateway, push.rawPath(), push.body()));
    assertThat(refusal).as("%s must be refused", push).isNotNull();
    assertThat(refusal.reason()).as(push.name()).isEqualTo(push.refusal());
    assertThat(refusal.getMessage()).as(push.name()).startsWith(push.position());
  }
}
