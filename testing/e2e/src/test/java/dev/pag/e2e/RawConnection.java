package dev.pag.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept HTTP/1.1 connection over a plain socket: for requests that stop half way, for readers
 * that stop reading, and for push times without a client library in them.
 *
 * <p>Threads: one.
 */
final class RawConnection implements AutoCloseable {
  /** Turns a gateway that never answers into a failure instead of a build that never ends. */
  private static final int READ_TIMEOUT_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;

  RawConnection(InetSocketAddress address) throws IOException {
    this(address, 0);
  }

  /**
   * @param receiveBufferBytes how much the kernel takes in for a reader that does not read; 0 is
   *     the system's choice
   */
  RawConnection(InetSocketAddress address, int receiveBufferBytes) throws IOException {
    if (receiveBufferBytes > 0) {
      socket.setReceiveBufferSize(receiveBufferBytes);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()));
    in = new BufferedInputStream(socket.getInputStream(), 8192);
    out = socket.getOutputStream();
  }

  /**
   * Pushes over a connection of its own and gives the status.
   *
   * @param path sent as it is, legal or not
   */
  static int push(InetSocketAddress address, String path, byte[] body) throws IOException {
    try (RawConnection connection = new RawConnection(address)) {
      connection.send(pushRequest(path, body));
      return connection.readAnswer();
    }
  }

  /** A complete push request, to be sent as often as wanted. */
  static byte[] pushRequest(String path, byte[] body) {
    byte[] head = pushHead(path, "Content-Length: " + body.length);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  /**
   * The head of a push request.
   *
   * @param framing the header field that says how long the body is
   */
  static byte[] pushHead(String path, String framing) {
    return ("POST " + path + " HTTP/1.1\r\nHost: gateway\r\n" + framing + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void send(String text) throws IOException {
    send(text.getBytes(UTF_8));
  }

  /** Reads one answer with a Content-Length to its end and gives the status. */
  int readAnswer() throws IOException {
    String statusLine = readLine();
    long bodyBytes = 0;
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String field = line.toLowerCase(Locale.ROOT);
      if (field.startsWith("content-length:")) {
        bodyBytes = Long.parseLong(field.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(bodyBytes);
    return Integer.parseInt(statusLine.split(" ", 3)[1]);
  }

  /** Reads a line of the answer's head, without its end. */
  String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("connection closed after: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
