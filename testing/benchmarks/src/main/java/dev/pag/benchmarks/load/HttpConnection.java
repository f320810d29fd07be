package dev.pag.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept HTTP/1.1 connection over a plain socket, so that no client library is measured with the
 * server. Answers are drained into a fixed buffer; no garbage but for heads.
 *
 * <p>Threads: one.
 */
final class HttpConnection implements AutoCloseable {
  /** Turns a server that never answers into a failure instead of a run that never ends. */
  private static final int READ_TIMEOUT_MILLIS = 60_000;

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  HttpConnection(InetSocketAddress address) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    socket.connect(address);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /**
   * A complete push, to be sent as often as wanted.
   *
   * @param fields further header fields, each ending in CR LF
   */
  static byte[] pushRequest(String path, byte[] body, String fields) {
    byte[] head =
        ("POST " + path + " HTTP/1.1\r\nHost: gateway\r\nContent-Type: text/plain\r\n" + fields)
            .concat("Content-Length: " + body.length + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  static byte[] scrapeRequest(boolean gzip) {
    String encoding = gzip ? "Accept-Encoding: gzip\r\n" : "";
    return ("GET /metrics HTTP/1.1\r\nHost: gateway\r\n" + encoding + "\r\n").getBytes(ISO_8859_1);
  }

  /** What came back: the body was read, and is gone. */
  record Answer(int status, long bodyBytes) {}

  /** Sends a request and reads the answer, which has a Content-Length, to its end. */
  Answer exchange(byte[] request) throws IOException {
    out.write(request);
    return readAnswer(OutputStream.nullOutputStream());
  }

  /**
   * As {@link #exchange}, and writes the body to {@code body}.
   *
   * @throws IOException also if the answer is not 200
   */
  void get(String path, OutputStream body) throws IOException {
    out.write(("GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n").getBytes(ISO_8859_1));
    Answer answer = readAnswer(body);
    if (answer.status() != 200) {
      throw new IOException(path + " was answered with " + answer.status());
    }
  }

  private Answer readAnswer(OutputStream body) throws IOException {
    int filled = 0;
    int headEnd = -1;
    while (headEnd < 0) {
      filled += read(filled);
      headEnd = indexOfHeadEnd(filled);
    }
    String head = new String(buffer, 0, headEnd, ISO_8859_1);
    long length = contentLength(head);
    long left = length - (filled - headEnd);
    body.write(buffer, headEnd, filled - headEnd);
    while (left > 0) {
      int count = read(0);
      body.write(buffer, 0, count);
      left -= count;
    }
    return new Answer(status(head), length);
  }

  private int read(int offset) throws IOException {
    int count = in.read(buffer, offset, buffer.length - offset);
    if (count <= 0) {
      throw new EOFException("connection closed inside an answer");
    }
    return count;
  }

  private int indexOfHeadEnd(int filled) {
    for (int i = HEAD_END.length; i <= filled; i++) {
      if (Arrays.equals(buffer, i - HEAD_END.length, i, HEAD_END, 0, HEAD_END.length)) {
        return i;
      }
    }
    return -1;
  }

  private static int status(String head) {
    return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 202".length()));
  }

  private static long contentLength(String head) {
    String name = "\r\ncontent-length:";
    int at = head.toLowerCase(Locale.ROOT).indexOf(name);
    if (at < 0) {
      return 0;
    }
    int end = head.indexOf('\r', at + name.length());
    return Long.parseLong(head.substring(at + name.length(), end).strip());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
