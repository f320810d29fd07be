package dev.pag.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Against {@link CRC32} over the joined bytes. */
class Crc32Test {
  private static final int ROUNDS = 2_000;

  @Test
  void combine_randomTexts_checksumOfBoth() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] both = new byte[random.nextInt(5_000)];
      random.nextBytes(both);
      int cut = random.nextInt(both.length + 1);
      int first = checksum(both, 0, cut);
      int second = checksum(both, cut, both.length);

      int combined = Crc32.combine(first, second, Crc32.shift(both.length - cut));

      assertThat(combined)
          .as("%d + %d", cut, both.length - cut)
          .isEqualTo(checksum(both, 0, both.length));
    }
  }

  @Test
  void combine_withNothingBefore_theSecond() {
    byte[] text = {1, 2, 3};
    int second = checksum(text, 0, 3);

    assertThat(Crc32.combine(0, second, Crc32.shift(3))).isEqualTo(second);
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, to - from);
    return (int) checksum.getValue();
  }
}
