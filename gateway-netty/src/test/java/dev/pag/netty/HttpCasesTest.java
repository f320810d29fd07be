package dev.pag.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every conversation of the files in {@code http/}, over a real socket. */
class HttpCasesTest {
  static List<HttpCase> cases() throws URISyntaxException {
    return HttpCase.readAll(
        Path.of(Objects.requireNonNull(HttpCasesTest.class.getResource("/http")).toURI()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void conversation_asWritten_answeredAsWritten(HttpCase http) throws BindFailedException {
    try (TestServer server = TestServer.startProfile(http.profile());
        Conversation talk = new Conversation(server)) {
      for (String step : http.steps()) {
        talk.step(step);
      }
    }
  }

  /** A connection and the answer under inspection. */
  private static final class Conversation implements AutoCloseable {
    private final TestServer server;
    private RawClient client;
    private @Nullable RawAnswer answer;

    Conversation(TestServer server) {
      this.server = server;
      this.client = server.connect();
    }

    void step(String step) {
      if (step.equals("lifecycle")) {
        client.close();
        client = server.connectLifecycle();
      } else if (step.startsWith(">> ")) {
        client.send(HttpCase.unescape(step.substring(3)));
      } else if (step.startsWith(">")) {
        client.send(HttpCase.unescape(step.substring(1).strip()) + "\r\n");
      } else if (step.equals("< end")) {
        assertThat(client.readsEnd()).as("connection ended").isTrue();
      } else if (step.startsWith("< ")) {
        receive(step.substring(2));
      } else {
        throw new IllegalArgumentException("bad step: " + step);
      }
    }

    private void receive(String expected) {
      if (Character.isDigit(expected.charAt(0))) {
        answer = client.read(expected.endsWith(" head"));
        assertThat(answer.status())
            .as("%s", answer)
            .isEqualTo(Integer.parseInt(expected.substring(0, 3)));
      } else if (expected.startsWith("body: ")) {
        assertThat(current().body()).isEqualTo(HttpCase.unescape(expected.substring(6)));
      } else if (expected.equals("no body")) {
        assertThat(current().body()).isEmpty();
      } else if (expected.startsWith("body has ")) {
        assertThat(current().body()).contains(HttpCase.unescape(expected.substring(9)));
      } else {
        int colon = expected.indexOf(": ");
        assertThat(current().header(expected.substring(0, colon)))
            .as("%s", current())
            .isEqualTo(expected.substring(colon + 2));
      }
    }

    private RawAnswer current() {
      return Objects.requireNonNull(answer, "no answer read yet");
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
