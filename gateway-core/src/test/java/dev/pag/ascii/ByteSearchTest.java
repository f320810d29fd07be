package dev.pag.ascii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  private static final long SEED = 42;

  @Test
  void indexOf_anyBytes_likeNaiveTwin() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = randomBytes(random);
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);
      byte wanted = (byte) (random.nextBoolean() ? '\n' : random.nextInt(256));

      assertThat(ByteSearch.indexOf(bytes, from, to, wanted))
          .isEqualTo(naiveIndexOf(bytes, from, to, wanted));
    }
  }

  @Test
  void hasNonAscii_anyBytes_likeNaiveTwin() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = randomBytes(random);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= random.nextInt(40) == 0 ? (byte) 0xff : 0x7f;
      }
      boolean naive = false;
      for (byte b : bytes) {
        naive |= b < 0;
      }

      assertThat(ByteSearch.hasNonAscii(bytes, 0, bytes.length)).isEqualTo(naive);
    }
  }

  /** Few distinct values, among them neighbours of the wanted byte, where word tricks go wrong. */
  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[random.nextInt(64)];
    byte[] alphabet = {'\n', '\n' - 1, '\n' + 1, 0, -1, (byte) 0x80, 'x', 'y', 'z', 'w'};
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = alphabet[random.nextInt(alphabet.length)];
    }
    return bytes;
  }

  private static int naiveIndexOf(byte[] bytes, int from, int to, byte wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
