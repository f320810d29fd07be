package dev.pag.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcFilesTest {
  private static final String STATUS =
      """
      Name:\tjava
      VmHWM:\t  104856 kB
      VmRSS:\t   98764 kB
      Cpus_allowed:\t2f
      Cpus_allowed_list:\t0-3,5
      """;

  @Test
  void cpuNanos_isFirstNumber() {
    assertThat(ProcFiles.cpuNanos("1760509123456 44070 218\n")).isEqualTo(1_760_509_123_456L);
  }

  @Test
  void bytes_areKibTimes1024() {
    assertThat(ProcFiles.bytes(STATUS, "VmRSS")).isEqualTo(98_764L * 1024);
  }

  @Test
  void processors_rangesAndSingles_areListed() {
    assertThat(ProcFiles.processors(STATUS)).containsExactly(0, 1, 2, 3, 5);
  }

  @Test
  void field_absent_isNamed() {
    assertThatThrownBy(() -> ProcFiles.bytes(STATUS, "VmSwap")).hasMessageContaining("VmSwap");
  }
}
