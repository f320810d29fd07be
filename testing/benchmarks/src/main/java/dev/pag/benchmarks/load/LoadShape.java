package dev.pag.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * One kind of load: what is pushed over and over, and how it is sent.
 *
 * @param name value of the label that keeps its series apart from those of other shapes
 * @param lines samples of the body, what the gateway is to add up
 * @param pipelined requests that are sent before the first answer is awaited
 */
record LoadShape(
    String name, List<String> lines, Coding coding, Connection connection, int pipelined) {
  /** How the body is coded. */
  enum Coding {
    PLAIN,
    GZIP
  }

  /** How long a connection lives. */
  enum Connection {
    KEPT,
    PER_REQUEST
  }

  /** The first lines that make a body of at most {@code maxBytes}, on kept connections. */
  static LoadShape plain(String name, int maxBytes, List<String> lines) {
    return new LoadShape(
        name, TypedBodies.fitting(maxBytes, lines), Coding.PLAIN, Connection.KEPT, 1);
  }

  LoadShape named(String other) {
    return new LoadShape(other, lines, coding, connection, pipelined);
  }

  LoadShape gzip() {
    return new LoadShape(name + "-gzip", lines, Coding.GZIP, connection, pipelined);
  }

  LoadShape connectionPerRequest() {
    return new LoadShape(name + "-close", lines, coding, Connection.PER_REQUEST, pipelined);
  }

  LoadShape pipelined(int requests) {
    return new LoadShape(name + "-pipelined", lines, coding, connection, requests);
  }

  String path() {
    return "/metrics/shape/" + name;
  }

  /** The body as it is sent. */
  byte[] body() {
    byte[] body = TypedBodies.of(lines);
    return coding == Coding.GZIP ? gzipped(body) : body;
  }

  private static byte[] gzipped(byte[] body) {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not in memory
    }
    return gzipped.toByteArray();
  }

  /** Further header fields of its requests, without line ends. */
  List<String> fields() {
    List<String> fields = new ArrayList<>(List.of("Content-Type: text/plain; version=0.0.4"));
    if (coding == Coding.GZIP) {
      fields.add("Content-Encoding: gzip");
    }
    if (connection == Connection.PER_REQUEST) {
      fields.add("Connection: close");
    }
    return fields;
  }
}
