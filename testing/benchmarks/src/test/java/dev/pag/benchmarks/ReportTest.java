package dev.pag.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.benchmarks.Figure.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Machine MACHINE =
      new Machine("EPYC", 2, "Linux 6.1", "OpenJDK 17", "abc123", "2026-01-31");
  private static final Figure NOTE =
      new Figure(0, "16 pipelined", 0.5, "ratio", Double.NaN, Double.NaN, Direction.INFO, "a | b");
  private static final Figure SCRAPE =
      new Figure(10, "scrape", 1234, "ms", 150, 50, Direction.AT_MOST, "best of 11");
  private static final Figure PUSH =
      new Figure(1, "push", 0.876, "ratio", 0.8, 0.9, Direction.AT_LEAST, "sink 10 us");
  private static final Report REPORT = new Report(MACHINE, "./mvnw", List.of(NOTE, SCRAPE, PUSH));

  @Test
  void text_showsGoalsInOrderWithVerdicts() {
    assertThat(REPORT.text().lines().map(line -> line.strip().replaceAll(" {2,}", "; ")))
        .containsExactly(
            "goal; figure; value; required; stretch",
            "1; push; 0.88 ratio; >= 0.80; >= 0.90; required",
            "sink 10 us",
            "10; scrape; 1,234 ms; <= 150; <= 50; FAILED",
            "best of 11",
            "16 pipelined; 0.50 ratio",
            "a | b");
  }

  @Test
  void text_ofWhatWasNotMeasured_showsReason() {
    Report report = new Report(MACHINE, "", List.of(Figure.skipped("pushes", "needs wrk")));

    assertThat(report.text().lines().map(line -> line.strip().replaceAll(" {2,}", "; ")))
        .contains("pushes; -", "skipped: needs wrk");
  }

  @Test
  void markdown_namesMachineAndCommand() {
    assertThat(REPORT.markdown())
        .startsWith(
            """
            EPYC, 2 processors, Linux 6.1; OpenJDK 17; commit abc123; 2026-01-31. Taken with

            ```sh
            ./mvnw
            ```

            | goal | figure | value | required | stretch | how |
            | --- | --- | --- | --- | --- | --- |
            | 1 | push | 0.88 ratio | >= 0.80 | >= 0.90 | sink 10 us |
            """)
        .endsWith("|  | 16 pipelined | 0.50 ratio |  |  | a \\| b |\n");
  }

  @Test
  void json_hasNullForNoNumber() {
    assertThat(REPORT.json())
        .startsWith("{\"machine\":{\"cpu\":\"EPYC\",\"cores\":2,\"kernel\":\"Linux 6.1\",")
        .contains(
            "\"command\":\"./mvnw\",\"figures\":[{\"goal\":1,\"name\":\"push\",\"value\":0.876,")
        .endsWith(
            "\"value\":0.5,\"unit\":\"ratio\",\"required\":null,\"stretch\":null,"
                + "\"direction\":\"INFO\",\"detail\":\"a | b\"}]}\n");
  }

  @Test
  void acceptable_unlessOneIsFarOff() {
    assertThat(new Report(MACHINE, "", List.of(PUSH, NOTE)).acceptable()).isTrue();
    assertThat(REPORT.acceptable()).isFalse();
  }
}
