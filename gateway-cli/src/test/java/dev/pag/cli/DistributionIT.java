package dev.pag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script and the archive of loaded classes that the build records for it. */
class DistributionIT {
  private static final Path BUILT = Path.of(System.getProperty("pag.distribution"));
  private static final String JAR = "lib/prom-aggregation-gateway.jar";
  private static final String[] ANY_PORTS = {
    "--apiListen=127.0.0.1:0", "--lifecycleListen=[::1]:0"
  };

  private final Path directory;

  DistributionIT(@TempDir Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  @Test
  void start_builtArchive_givesTheClasses() throws Exception {
    assertThat(shareFromArchive(BUILT)).isGreaterThan(0.95);
  }

  @Test
  void start_noArchive_readsTheJar() throws Exception {
    assertThat(shareFromArchive(copy())).isZero();
  }

  @ParameterizedTest
  @CsvSource({"no archive at all", "''"})
  void start_brokenArchive_readsTheJarAndSaysNothing(String content) throws Exception {
    Path copy = copy();
    Path archive = copy.resolve(JAR).resolveSibling(archive(BUILT).getFileName());
    Files.writeString(archive, content);

    assertThat(shareFromArchive(copy)).isZero();
  }

  @Test
  void start_archiveOfAnotherJar_readsTheJarAndSaysNothing() throws Exception {
    Path copy = copy();
    Files.copy(archive(BUILT), copy.resolve("lib").resolve(archive(BUILT).getFileName()));
    Files.setLastModifiedTime(copy.resolve(JAR), FileTime.fromMillis(0));

    assertThat(shareFromArchive(copy)).isZero();
  }

  @Test
  void rehearse_writesAnArchiveForThePlaceAndJava() throws Exception {
    Path copy = copy();

    try (ProgramRun run = ProgramRun.ofDistribution(copy, directory, Map.of(), "rehearse")) {
      assertThat(run.awaitExit()).as("%s", run.lines()).isZero();
    }

    assertThat(copy.resolve("lib")).isDirectoryNotContaining("glob:**.part*");
    assertThat(shareFromArchive(copy)).isGreaterThan(0.95);
  }

  @Test
  void rehearse_javaOfUnknownVersion_saysSo() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", wrappedJava().toString());
    try (ProgramRun run = ProgramRun.ofDistribution(copy(), directory, environment, "rehearse")) {
      assertThat(run.awaitExit()).isEqualTo(1);
      assertThat(run.lines()).singleElement().asString().contains("does not tell its version");
    }
  }

  @Test
  void start_javaOfUnknownVersion_works() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", wrappedJava().toString());
    try (ProgramRun run = ProgramRun.ofDistribution(BUILT, directory, environment, "version")) {
      assertThat(run.awaitExit()).isZero();
      assertThat(run.lines()).containsExactly(BuildInfo.load().toString());
    }
  }

  @Test
  void start_throughLink_works() throws Exception {
    Path link = Files.createDirectory(directory.resolve("bin"));
    Path script = BUILT.resolve("bin/prom-aggregation-gateway").toAbsolutePath();
    Files.createSymbolicLink(link.resolve("prom-aggregation-gateway"), script);

    try (ProgramRun run = ProgramRun.ofDistribution(directory, directory, Map.of(), "version")) {
      assertThat(run.awaitExit()).isZero();
    }
  }

  @Test
  void start_wrongFlag_exitsWith2() throws Exception {
    try (ProgramRun run =
        ProgramRun.ofDistribution(BUILT, directory, Map.of(), "--cors", "not an origin")) {
      assertThat(run.awaitExit()).isEqualTo(2);
      assertThat(run.lines()).singleElement().asString().contains("--cors", "not an origin");
    }
  }

  @Test
  void start_javaOptsNameLogFile_itIsRead() throws Exception {
    Path config = directory.resolve("logback.xml");
    Files.writeString(
        config,
        """
        <configuration>
          <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>mine %msg%n</pattern></encoder>
          </appender>
          <root level="INFO"><appender-ref ref="OUT"/></root>
        </configuration>
        """);
    Map<String, String> environment =
        Map.of("JAVA_OPTS", "-Dany=* -Dlogback.configurationFile=" + config);
    try (ProgramRun run = ProgramRun.ofDistribution(BUILT, directory, environment, ANY_PORTS)) {
      run.awaitLine("^mine .*listening for pushes and scrapes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx64m, true",
    "-Dx=y -Xmx999M, true",
    "-Xmx2000m -XX:+UseG1GC, false",
    "-XX:+UseG1GC -Xmx64m -Dx=y, false",
    "-Xmx64m -XX:+UseG1GC, false",
    "-Xshare:auto -Xmx64m, true",
    "-XX:+UseParallelGC -Xmx64m, false",
  })
  void start_heap_decidesTheCollectorUnlessNamed(String javaOpts, boolean serial) throws Exception {
    Map<String, String> environment = Map.of("JAVA_OPTS", javaOpts + " -XX:+PrintFlagsFinal");
    try (ProgramRun run = ProgramRun.ofDistribution(BUILT, directory, environment, "version")) {
      assertThat(run.awaitExit()).isZero();
      assertThat(run.lines())
          .anyMatch(line -> line.matches(".* UseSerialGC += " + serial + " .*"))
          .anyMatch(line -> line.matches(".* ExitOnOutOfMemoryError += true .*"));
    }
  }

  /** Starts, stops by SIGTERM, and tells which share of the classes was not read from the jar. */
  private double shareFromArchive(Path distribution) throws Exception {
    Path classes = Files.createTempFile(directory, "classes", ".log");
    Map<String, String> environment = Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + classes);
    try (ProgramRun run =
        ProgramRun.ofDistribution(distribution, directory, environment, ANY_PORTS)) {
      run.awaitLine("listening for pushes and scrapes on 127.0.0.1:");
      run.signal("TERM");
      assertThat(run.awaitExit()).isZero();
      assertThat(run.lines()).allMatch(line -> line.contains("Z INFO  "));
    }
    List<String> loaded =
        Files.readAllLines(classes).stream()
            .filter(line -> line.matches(".* (dev\\.pag|io\\.netty|ch\\.qos)\\..*source: .*"))
            .toList();
    assertThat(loaded).hasSizeGreaterThan(300);
    long archived = loaded.stream().filter(line -> line.contains("shared objects file")).count();
    return (double) archived / loaded.size();
  }

  private static Path archive(Path distribution) throws IOException {
    try (Stream<Path> files = Files.list(distribution.resolve("lib"))) {
      return files
          .filter(file -> !file.endsWith(Path.of(JAR).getFileName()))
          .findAny()
          .orElseThrow();
    }
  }

  /** The distribution without its archive, in another place. */
  private Path copy() throws IOException {
    Path copy = directory.resolve("copy");
    for (String file : List.of("bin/prom-aggregation-gateway", JAR)) {
      Files.createDirectories(copy.resolve(file).getParent());
      Files.copy(BUILT.resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return copy;
  }

  /** A Java home as version managers have it, with a script that calls the real thing. */
  private Path wrappedJava() throws IOException {
    Path home = directory.resolve("wrapped");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }
}
