package dev.pag.ascii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each trick against its naive twin. */
class SwarTest {
  private static final int ROUNDS = 100_000;

  @Test
  void indexOf_randomBytes_likeLoop() {
    Random random = new Random(1);
    byte[] bytes = new byte[8];
    for (int i = 0; i < ROUNDS; i++) {
      random.nextBytes(bytes);
      byte wanted = bytes[random.nextInt(8)];

      assertThat(Swar.indexOf(Swar.word(bytes, 0), wanted)).isEqualTo(naiveIndexOf(bytes, wanted));
    }
  }

  @Test
  void indexOf_absent_eight() {
    assertThat(Swar.indexOf(word("12345678"), (byte) '\n')).isEqualTo(8);
  }

  private static int naiveIndexOf(byte[] bytes, byte wanted) {
    int at = 0;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void without_byteAtIndex_restMovesUp(int index) {
    String text = "abcdefgh";
    String rest = text.substring(0, index) + text.substring(index + 1);

    long word = Swar.without(word(text), index);

    assertThat(text(word)).startsWith(rest);
  }

  @Test
  void areDigits_everyByteAtEveryPlace_onlyDigitsPass() {
    for (int place = 0; place < 8; place++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = "12345678".getBytes(StandardCharsets.US_ASCII);
        bytes[place] = (byte) value;

        boolean digits = Swar.areDigits(Swar.digits(Swar.word(bytes, 0), 8));

        assertThat(digits).as("%d at %d", value, place).isEqualTo(value >= '0' && value <= '9');
      }
    }
  }

  @Test
  void eightDigits_randomNumbersOfEveryLength_likeParseInt() {
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      int count = 1 + random.nextInt(8);
      String digits = String.format("%08d", random.nextInt(100_000_000)).substring(8 - count);

      long read = Swar.eightDigits(Swar.digits(word(digits + "\n.x{é}"), count));

      assertThat(read).isEqualTo(Integer.parseInt(digits));
    }
  }

  private static long word(String text) {
    byte[] bytes = new byte[16];
    byte[] given = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(given, 0, bytes, 0, given.length);
    return Swar.word(bytes, 0);
  }

  private static String text(long word) {
    byte[] bytes = new byte[8];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (word >>> (8 * i));
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
