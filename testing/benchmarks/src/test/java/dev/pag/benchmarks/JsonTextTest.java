package dev.pag.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void nested_separatesWithCommas() {
    JsonText json = new JsonText().object();
    json.field("a").array();
    json.object().end().object().field("b").value(1).field("c").value("d").end().end();
    json.field("e").value(0.5);

    assertThat(json.end().text()).isEqualTo("{\"a\":[{},{\"b\":1,\"c\":\"d\"}],\"e\":0.5}");
  }

  @Test
  void text_withQuotesAndControls_isEscaped() {
    assertThat(new JsonText().value("a\"b\\c\nd").text()).isEqualTo("\"a\\\"b\\\\c\\u000ad\"");
  }

  @Test
  void number_notFinite_isNull() {
    assertThat(
            new JsonText().array().value(Double.NaN).value(Double.POSITIVE_INFINITY).end().text())
        .isEqualTo("[null,null]");
  }
}
