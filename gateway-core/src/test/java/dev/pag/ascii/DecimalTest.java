package dev.pag.ascii;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static final int ROUNDS = 100_000;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1, -1",
    "999999, 999999",
    "1000000, 1e+06",
    "1234567, 1.234567e+06",
    "123456789, 1.23456789e+08",
    "123456.789, 123456.789",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "1e21, 1e+21",
    "9007199254740993, 9.007199254740992e+15",
    "5e-324, 5e-324",
    "1e-323, 1e-323",
    "2e23, 2e+23",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf",
    "-2.2250738585072014e-308, -2.2250738585072014e-308",
    "100000, 100000",
    "0.1, 0.1",
    "0.3, 0.3",
    "2.5e-5, 2.5e-05",
    "1.5e300, 1.5e+300"
  })
  void write_value_goFormat(double value, String text) {
    assertThat(DecimalWriter.toString(value)).isEqualTo(text);
  }

  @Test
  void write_randomBits_readsBackTheSame() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(DecimalWriter.toString(value))).isEqualTo(value);
      }
    }
  }

  /** No decimal with one digit less reads back as the same double. */
  @Test
  void write_randomBits_isShortest() {
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS / 10; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(value) && value != 0) {
        assertShortest(value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2e23", "9007199254740992", "4.9e-324", "8.41e21", "9.5367431640625e-7"})
  void write_hardValue_isShortest(String value) {
    assertShortest(Double.parseDouble(value));
  }

  private static void assertShortest(double value) {
    BigDecimal written = new BigDecimal(DecimalWriter.toString(value)).stripTrailingZeros();
    int digits = written.precision();
    if (digits == 1) {
      return;
    }
    int scale = written.scale() - 1;
    BigDecimal exact = new BigDecimal(value);
    BigDecimal down = exact.setScale(scale, java.math.RoundingMode.DOWN);
    BigDecimal up = exact.setScale(scale, java.math.RoundingMode.UP);
    assertThat(down.doubleValue()).as("%s", written).isNotEqualTo(value);
    assertThat(up.doubleValue()).as("%s", written).isNotEqualTo(value);
  }

  @Test
  void write_integersAndShortDecimals_likeBigDecimal() {
    Random random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      double value = random.nextInt(1_000_000) / Math.pow(10, random.nextInt(7));
      BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      if (value >= 0.0001 && value < 1_000_000) {
        assertThat(DecimalWriter.toString(value)).isEqualTo(plain.toPlainString());
      }
    }
  }

  // Reading.

  @ParameterizedTest
  @CsvSource({
    ".5, 0.5",
    "5., 5",
    "+1e3, 1000",
    "-1E-2, -0.01",
    "0001, 1",
    "1e400000, Infinity",
    "1e-400, 0",
    "NaN, NaN",
    "nAn, NaN",
    "Inf, Infinity",
    "+inf, Infinity",
    "-INFINITY, -Infinity",
    "123456789012345678901234567890, 1.2345678901234568e29",
    "9007199254740993, 9007199254740992"
  })
  void read_number_itsValue(String text, double value) {
    DecimalReader reader = new DecimalReader();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    boolean read = reader.read(bytes, 0, bytes.length);

    assertThat(read).isEqualTo(!text.contains("400000"));
    assertThat(reader.isOutOfRange()).isEqualTo(!read);
    assertThat(reader.value()).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "+", "-", "e5", "1e", "1e+", "0x10", "1_000", "+NaN", "-nan", "infin", "1 ", " 1",
        "1d", "1f", "1.2.3", "1e5.0", "--1", "1-", "0b1", "\u0661"
      })
  void read_noNumber_refused(String text) {
    DecimalReader reader = new DecimalReader();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(bytes, 0, bytes.length)).isFalse();
    assertThat(reader.isOutOfRange()).isFalse();
  }

  @Test
  void readPlain_digits_likeParseDouble() {
    DecimalReader reader = new DecimalReader();
    Random random = new Random(4);
    for (int i = 0; i < ROUNDS; i++) {
      String text = randomPlain(random);
      byte[] bytes = (text + "\n" + behind(random)).getBytes(StandardCharsets.US_ASCII);

      int end = reader.readPlain(bytes, 0, text.length() + 1, (byte) '\n');

      if (end != DecimalReader.NOT_READ) {
        assertThat(end).isEqualTo(text.length());
        assertThat(reader.value()).as(text).isEqualTo(Double.parseDouble(text));
      } else {
        assertThat(text.length()).as(text).isGreaterThan(15);
      }
    }
  }

  /** What lies behind the line in the buffer: it decides which way the number is read. */
  private static String behind(Random random) {
    return random.nextBoolean() ? "" : "1.5\n{2}\n";
  }

  private static String randomPlain(Random random) {
    String digits = String.valueOf(random.nextLong() >>> (1 + random.nextInt(60)));
    int point = random.nextInt(digits.length() + 1);
    return random.nextBoolean()
        ? digits
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "1 2\n", "-1\n", "1e5\n", ".\n", "\n", "1.2.3\n", "1234567890123456789\n"})
  void readPlain_otherForm_notRead(String text) {
    for (String behind : new String[] {"", "\n1234567", "12345678"}) {
      byte[] bytes = (text + behind).getBytes(StandardCharsets.US_ASCII);

      int end = new DecimalReader().readPlain(bytes, 0, text.length(), (byte) '\n');

      assertThat(end).as(behind).isEqualTo(DecimalReader.NOT_READ);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "-1, true",
    "+7, true",
    "9223372036854775807, true",
    "9223372036854775808, false",
    "-9223372036854775808, true",
    "-9223372036854775809, false",
    "99999999999999999999, false",
    "1.5, false",
    "1e3, false",
    "'', false",
    "-, false",
    "1x, false"
  })
  void isLong_text_asGoParseInt(String text, boolean expected) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(DecimalReader.isLong(bytes, 0, bytes.length)).isEqualTo(expected);
  }
}
