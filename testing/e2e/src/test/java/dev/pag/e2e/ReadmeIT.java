package dev.pag.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents promise nothing that is not there. */
class ReadmeIT {
  private static final Pattern LOCAL_LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

  @Test
  void runCommand_usesProfileThatListensWhereReadmeSays() throws Exception {
    Path root = Readme.root();
    String command = Readme.block("sh", "-Prun");
    String cliPom = Files.readString(root.resolve("gateway-cli/pom.xml"));

    assertThat(command.strip()).isEqualTo("./mvnw -q -Prun package");
    assertThat(root.resolve("mvnw")).isExecutable();
    assertThat(cliPom).contains("<id>run</id>", ":8080", ":8888");
  }

  @Test
  void testCommand_isTheOneOfCi() throws Exception {
    String command = Readme.block("sh", "mvnw verify").strip();
    String ci = Files.readString(Readme.root().resolve(".ci/run"));

    assertThat(command).isEqualTo("./mvnw verify");
    assertThat(ci).contains("./mvnw -B -ntp verify ");
  }

  @Test
  void links_toFilesOfTheProject_lead() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher links = LOCAL_LINK.matcher(Files.readString(document));
      while (links.find()) {
        if (!Files.exists(document.resolveSibling(links.group(1)))) {
          broken.add(document.getFileName() + " -> " + links.group(1));
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Readme.root());
        Stream<Path> docs = Files.list(Readme.root().resolve("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }
}
