package dev.pag.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NewlineScanTest {
  @Test
  void sum_anyBytes_asByteByByte() {
    Random random = new Random(1);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (random.nextBoolean() ? 8 + random.nextInt(5) : random.nextInt(256));
      }

      assertThat(NewlineScan.sum(bytes)).isEqualTo(naiveSum(bytes));
    }
  }

  private static long naiveSum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += bytes[i] == '\n' ? i : 0;
    }
    return sum;
  }
}
