package dev.pag.ascii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void firstInvalid_everyCodePoint_none() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
      }
    }
  }

  @Test
  void firstInvalid_randomBytes_asTheJdkDecides() {
    Random random = new Random(7);
    int[] alphabet = {'a', 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0x9f, 0xa0};
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = new byte[random.nextInt(6)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) alphabet[random.nextInt(alphabet.length)];
      }
      boolean valid = Utf8.firstInvalid(bytes, 0, bytes.length) < 0;

      assertThat(valid).isEqualTo(decodes(bytes));
    }
  }

  @Test
  void firstInvalid_afterValidText_itsIndex() {
    byte[] bytes = {'a', (byte) 0xc3, (byte) 0xa9, (byte) 0xff, 'b'};

    assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(3);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
