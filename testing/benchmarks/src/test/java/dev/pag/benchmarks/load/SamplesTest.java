package dev.pag.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void quantile_ofThousand_isOneOfThem() {
    Samples samples = Samples.of(LongStream.rangeClosed(1, 1000).map(i -> i * 1000).toArray());

    assertThat(samples.micros(0.5)).isEqualTo(500);
    assertThat(samples.micros(0.99)).isEqualTo(990);
    assertThat(samples.micros(0.999)).isEqualTo(999);
    assertThat(samples.micros(1)).isEqualTo(1000);
  }

  @Test
  void quantile_ofFew_isNotBelowTheirShare() {
    Samples samples = Samples.of(3000, 1000, 2000);

    assertThat(samples.micros(0.99)).isEqualTo(3);
    assertThat(samples.micros(0.5)).isEqualTo(2);
  }

  @Test
  void medianAndMin_areInMillis() {
    Samples samples = Samples.of(9_000_000, 1_500_000, 4_000_000);

    assertThat(samples.medianMillis()).isEqualTo(4);
    assertThat(samples.minMillis()).isEqualTo(1.5);
  }

  @Test
  void together_keepsOnlyWhatWasAdded() {
    Samples halfFull = new Samples(10);
    halfFull.add(7000);

    Samples together = Samples.together(List.of(halfFull, Samples.of(1000)));

    assertThat(together.count()).isEqualTo(2);
    assertThat(together.micros(1)).isEqualTo(7);
  }

  @Test
  void quantile_ofNothing_isRefused() {
    assertThatThrownBy(() -> new Samples(1).micros(0.5)).hasMessage("nothing was measured");
  }
}
