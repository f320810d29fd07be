package dev.pag.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The case files among the test resources, from a folder of classes or from the test jar. */
public final class CaseFiles {
  private static final String ENDING = ".prom";
  private static final String PAGE_ENDING = ".page.prom";

  private CaseFiles() {}

  /** All pushes of {@code exposition/valid}; the page each leads to is {@link #validPage}. */
  public static List<PushCase> valid() {
    return pushes("exposition/valid");
  }

  /** All pushes of {@code exposition/invalid}. */
  public static List<PushCase> invalid() {
    return pushes("exposition/invalid");
  }

  /** The page a fresh gateway shows after the push {@code name} of {@link #valid}. */
  public static String validPage(String name) {
    return text("exposition/valid/" + name + PAGE_ENDING);
  }

  /** The push that fills a gateway before the pushes of {@link #invalid}. */
  public static PushCase stored() {
    return PushCase.parse("stored", bytes("exposition/stored.prom"));
  }

  /** Names of the folders under {@code aggregation}. */
  public static List<String> aggregations() {
    return names("aggregation");
  }

  /** The pushes of one aggregation case in their order. */
  public static List<PushCase> aggregationPushes(String name) {
    String folder = "aggregation/" + name;
    long count = names(folder).stream().filter(file -> file.startsWith("push-")).count();
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .map(i -> "push-" + i)
        .map(push -> PushCase.parse(push, bytes(folder + "/" + push + ENDING)))
        .toList();
  }

  /** The page after all pushes of an aggregation case. */
  public static String aggregationPage(String name) {
    return text("aggregation/" + name + "/scrape" + ENDING);
  }

  /** The lines of a resource that are neither blank nor start with {@code #}. */
  public static List<String> lines(String resource) {
    return text(resource).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private static List<PushCase> pushes(String folder) {
    return names(folder).stream()
        .filter(file -> file.endsWith(ENDING) && !file.endsWith(PAGE_ENDING))
        .map(
            file ->
                PushCase.parse(
                    file.substring(0, file.length() - ENDING.length()), bytes(folder + "/" + file)))
        .toList();
  }

  private static List<String> names(String folder) {
    try {
      URI uri = resource(folder).toURI();
      if (!uri.getScheme().equals("jar")) {
        return names(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return names(jar.getPath("/" + folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError("bug: a class path entry without a URI: " + folder, e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("/$", ""))
          .sorted()
          .toList();
    }
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = resource(resource).openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    URL url = CaseFiles.class.getResource("/" + name);
    if (url == null) {
      throw new IllegalArgumentException("no such resource: " + name);
    }
    return url;
  }
}
