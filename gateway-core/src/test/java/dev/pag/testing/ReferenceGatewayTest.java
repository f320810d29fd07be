package dev.pag.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pag.model.PushRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge is judged first: by the same case files as the engine. */
class ReferenceGatewayTest {
  static List<PushCase> valid() {
    return CaseFiles.valid();
  }

  static List<PushCase> invalid() {
    return CaseFiles.invalid();
  }

  static List<String> aggregations() {
    return CaseFiles.aggregations();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void push_validBody_itsPage(PushCase push) throws PushRefusedException {
    ReferenceGateway gateway = new ReferenceGateway();

    gateway.push(push.rawPath(), push.body());

    assertThat(gateway.page()).isEqualTo(CaseFiles.validPage(push.name()));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void push_invalidBody_refusedInPlace(PushCase push) throws PushRefusedException {
    ReferenceGateway gateway = new ReferenceGateway();
    gateway.push(CaseFiles.stored().rawPath(), CaseFiles.stored().body());
    String before = gateway.page();

    assertRefused(gateway, push);

    assertThat(gateway.page()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void push_severalInOrder_theirPage(String name) throws PushRefusedException {
    ReferenceGateway gateway = new ReferenceGateway();

    for (PushCase push : CaseFiles.aggregationPushes(name)) {
      if (push.refusal() == null) {
        gateway.push(push.rawPath(), push.body());
      } else {
        assertRefused(gateway, push);
      }
    }

    assertThat(gateway.page()).isEqualTo(CaseFiles.aggregationPage(name));
  }

  @Test
  void format_asGo() {
    List<String> wrong = new ArrayList<>();
    for (String line : CaseFiles.lines("numbers/format.csv")) {
      String[] cells = line.split(",", -1);
      String text =
          ReferenceNumbers.format(Double.longBitsToDouble(Long.parseUnsignedLong(cells[0], 16)));
      if (!text.equals(cells[1])) {
        wrong.add(line + " but got " + text);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void parse_asGo() {
    List<String> wrong = new ArrayList<>();
    for (String line : CaseFiles.lines("numbers/parse.csv")) {
      String[] cells = line.split(",", -1);
      OptionalDouble parsed = ReferenceNumbers.parse(cells[0]);
      String bits =
          parsed.isEmpty()
              ? "refused"
              : String.format("%016x", Double.doubleToLongBits(parsed.getAsDouble()));
      if (!bits.equals(cells[1])) {
        wrong.add(line + " but got " + bits);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static void assertRefused(ReferenceGateway gateway, PushCase push) {
    PushRefusedException refusal =
        catchThrowableOfType(
            PushRefusedException.class, () -> gateway.push(push.rawPath(), push.body()));

    assertThat(refusal).as("%s must be refused", push).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(push.refusal());
    assertThat(refusal.getMessage()).startsWith(push.position());
  }
}
