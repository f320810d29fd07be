package dev.pag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pag.model.PushRefusedException;
import dev.pag.testing.Pushes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first HELP text that comes with samples of a family is kept, whatever came before. */
class HelpTest {
  private static final String BODY = "# HELP x Some help.\n# TYPE x counter\nx 1\n";

  private final Gateway gateway = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

  @BeforeEach
  void store() throws PushRefusedException {
    Pushes.push(gateway, "", "# TYPE x counter\nx 1\n");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void help_firstSentWithoutSamples_shownOnceItComesWithThem() throws PushRefusedException {
    Pushes.push(gateway, "", "# HELP x Some help.\n");

    Pushes.push(gateway, "", BODY);

    assertThat(Pushes.page(gateway)).startsWith("# HELP x Some help.\n");
  }

  @Test
  void help_afterManySpellingsOfTheTypeLine_shown() throws PushRefusedException {
    for (int blanks = 2; blanks < 12; blanks++) {
      Pushes.push(gateway, "", "# TYPE x" + " ".repeat(blanks) + "counter\nx 1\n");
    }

    Pushes.push(gateway, "", BODY);

    assertThat(Pushes.page(gateway)).startsWith("# HELP x Some help.\n");
  }
}
