package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.CaseFiles;
import dev.pag.testing.Feeding;
import dev.pag.testing.PushCase;
import dev.pag.testing.Pushes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each body of {@code exposition/valid} gives its page, however it is cut into chunks. */
class ExpositionValidTest {
  static List<PushCase> cases() {
    return CaseFiles.valid();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void validBody_howeverCut_samePage(PushCase push) throws PushRefusedException {
    String page = CaseFiles.validPage(push.name());

    for (Feeding feeding : Feeding.allOf(push).toList()) {
      try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
        feeding.push(gateway, push.rawPath(), push.body());

        assertThat(Pushes.page(gateway)).as(feeding.toString()).isEqualTo(page);
        assertThat(gateway.stats().stagingBytes()).as(feeding.toString()).isZero();
      }
    }
  }

  /** What the gateway shows it must itself take, as a federated or replayed page would need. */
  @ParameterizedTest
  @MethodSource("cases")
  void page_pushedToAFreshGateway_samePage(PushCase push) throws PushRefusedException {
    String page = CaseFiles.validPage(push.name());

    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      Pushes.push(gateway, "", page);

      assertThat(Pushes.page(gateway)).isEqualTo(page);
    }
  }
}
