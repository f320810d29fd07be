package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.CaseFiles;
import dev.pag.testing.Feeding;
import dev.pag.testing.PushCase;
import dev.pag.testing.Pushes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each body of {@code exposition/invalid} is refused, at its place, and leaves no trace. */
class ExpositionInvalidTest {
  /** The excerpt is at most 64 escaped bytes; the words around it are ours and short. */
  private static final int MAX_MESSAGE_CHARS = 400;

  static List<PushCase> cases() {
    return CaseFiles.invalid();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void invalidBody_howeverCut_refusedWithoutTrace(PushCase push) throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      Pushes.push(gateway, CaseFiles.stored().rawPath(), CaseFiles.stored().body());
      String before = Pushes.page(gateway);
      Map<String, Long> series = gateway.stats().seriesByFamily();
      String message = String.valueOf(refusal(gateway, push, Pushes::push).getMessage());

      for (Feeding feeding : Feeding.allOf(push).toList()) {
        PushRefusedException refusal = refusal(gateway, push, feeding);

        assertThat(refusal.reason()).as("%s: %s", feeding, message).isEqualTo(push.refusal());
        assertThat(refusal).as(feeding.toString()).hasMessage(message);
        assertThat(Pushes.page(gateway)).as(feeding.toString()).isEqualTo(before);
        assertThat(gateway.stats().seriesByFamily()).as(feeding.toString()).isEqualTo(series);
        assertThat(gateway.stats().stagingBytes()).as(feeding.toString()).isZero();
      }
      assertThat(message).startsWith(push.position()).matches("\\P{Cntrl}+");
      assertThat(message.length()).isLessThanOrEqualTo(MAX_MESSAGE_CHARS);
    }
  }

  /** A refused push must not leave the engine in a state in which the next one goes wrong. */
  @ParameterizedTest
  @MethodSource("cases")
  void validBody_afterInvalidOne_applied(PushCase push) throws PushRefusedException {
    try (Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE)) {
      Pushes.push(gateway, CaseFiles.stored().rawPath(), CaseFiles.stored().body());
      String before = Pushes.page(gateway);
      refusal(gateway, push, Pushes::push);

      Pushes.push(gateway, "/job/x", "# TYPE a counter\na{b=\"c\"} 1\n");

      assertThat(Pushes.page(gateway))
          .isEqualTo("# TYPE a counter\na{b=\"c\",job=\"x\"} 1\n" + before);
    }
  }

  private static PushRefusedException refusal(Gateway gateway, PushCase push, Feeding feeding) {
    PushRefusedException refusal =
        catchThrowableOfType(
            PushRefusedException.class, () -> feeding.push(gateway, push.rawPath(), push.body()));
    assertThat(refusal).as("%s, %s: must be refused", push, feeding).isNotNull();
    return refusal;
  }
}
