package dev.pag.ascii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SipHashTest {
  private static final long KEY_0 = 0x0706050403020100L;
  private static final long KEY_1 = 0x0f0e0d0c0b0a0908L;

  /** The paper's example, appendix A: it proves the naive twin below. */
  @Test
  void naiveTwin_paperExample_itsValue() {
    byte[] message = new byte[15];
    for (int i = 0; i < message.length; i++) {
      message[i] = (byte) i;
    }

    assertThat(naive(KEY_0, KEY_1, message, 2, 4)).isEqualTo(0xa129ca6149be45e5L);
  }

  @Test
  void hash_anyMessage_likeNaiveTwin() {
    Random random = new Random(3);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length + 5];
      random.nextBytes(bytes);
      long salt = random.nextLong();
      ByteBuffer salted = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
      salted.putLong(salt).put(bytes, 3, length);

      assertThat(new SipHash(KEY_0, KEY_1).hash(bytes, 3, 3 + length, salt))
          .isEqualTo(naive(KEY_0, KEY_1, salted.array(), 1, 3));
    }
  }

  private static long naive(long key0, long key1, byte[] message, int compress, int finish) {
    long[] v = {
      key0 ^ 0x736f6d6570736575L,
      key1 ^ 0x646f72616e646f6dL,
      key0 ^ 0x6c7967656e657261L,
      key1 ^ 0x7465646279746573L
    };
    byte[] padded = new byte[(message.length / 8 + 1) * 8];
    System.arraycopy(message, 0, padded, 0, message.length);
    padded[padded.length - 1] = (byte) message.length;
    ByteBuffer words = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
    while (words.hasRemaining()) {
      long word = words.getLong();
      v[3] ^= word;
      rounds(v, compress);
      v[0] ^= word;
    }
    v[2] ^= 0xff;
    rounds(v, finish);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
  }

  private static void rounds(long[] v, int count) {
    for (int i = 0; i < count; i++) {
      half(v, 0, 1, 2, 3, 13, 16);
      half(v, 2, 1, 0, 3, 17, 21);
    }
  }

  private static void half(long[] v, int a, int b, int c, int d, int s, int t) {
    v[a] += v[b];
    v[b] = Long.rotateLeft(v[b], s) ^ v[a];
    v[a] = Long.rotateLeft(v[a], 32);
    v[c] += v[d];
    v[d] = Long.rotateLeft(v[d], t) ^ v[c];
  }
}
