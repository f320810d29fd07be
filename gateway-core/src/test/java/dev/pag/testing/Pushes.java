package dev.pag.testing;

import dev.pag.Gateway;
import dev.pag.Page;
import dev.pag.PathLabels;
import dev.pag.PushResult;
import dev.pag.PushSession;
import dev.pag.model.PushRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Pushes and scrapes of an engine as a test writes them, in one line each. */
public final class Pushes {
  private Pushes() {}

  /** Pushes {@code body} in one chunk. */
  public static PushResult push(Gateway gateway, String rawPath, byte[] body)
      throws PushRefusedException {
    return pushCut(gateway, rawPath, body);
  }

  /** Pushes UTF-8 text in one chunk. */
  public static PushResult push(Gateway gateway, String rawPath, String body)
      throws PushRefusedException {
    return push(gateway, rawPath, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Pushes {@code body} byte by byte. */
  public static PushResult pushByBytes(Gateway gateway, String rawPath, byte[] body)
      throws PushRefusedException {
    return pushCut(gateway, rawPath, body, IntStream.range(1, body.length).toArray());
  }

  /**
   * Pushes {@code body} in chunks.
   *
   * @param cuts ascending offsets at which a new chunk begins
   */
  public static PushResult pushCut(Gateway gateway, String rawPath, byte[] body, int... cuts)
      throws PushRefusedException {
    PushSession session = gateway.openPush(PathLabels.parse(rawPath));
    int from = 0;
    for (int cut : cuts) {
      session.feed(body, from, cut);
      from = cut;
    }
    session.feed(body, from, body.length);
    return session.finish();
  }

  /** The page of a scrape that begins now. */
  public static String page(Gateway gateway) {
    return new String(bytes(gateway.scrape().join()), StandardCharsets.UTF_8);
  }

  /** The same by way of gzip; fails if it is not one whole member with the right checksum. */
  public static String gzipPage(Gateway gateway) {
    byte[] coded = bytes(gateway.scrapeGzip().join());
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Page page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(page.length()));
    for (int i = 0; i < page.pieceCount(); i++) {
      bytes.writeBytes(page.piece(i));
    }
    page.release();
    return bytes.toByteArray();
  }

  /**
   * Where two pages part, for a message short enough to read; empty if they are equal.
   *
   * @return line number and both lines
   */
  public static String firstDifference(String actual, String expected) {
    if (actual.equals(expected)) {
      return "";
    }
    String[] left = actual.split("\n", -1);
    String[] right = expected.split("\n", -1);
    int line = 0;
    while (line < left.length && line < right.length && left[line].equals(right[line])) {
      line++;
    }
    return "page line " + (line + 1) + ": got " + at(left, line) + ", expected " + at(right, line);
  }

  private static String at(String[] lines, int index) {
    return index < lines.length ? "'" + lines[index] + "'" : "nothing";
  }
}
