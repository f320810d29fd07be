package dev.pag.netty;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes over a socket, and a reader of answers that trusts nothing but their own framing. */
final class RawClient implements AutoCloseable {
  /** Only so that a broken test ends; nothing waits for it to pass. */
  private static final int TIMEOUT_MILLIS = 20_000;

  final Socket socket;
  private final InputStream in;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static RawClient connect(InetSocketAddress address) {
    return connect(address, new Socket());
  }

  /** With a small window, so that the server's kernel soon cannot send any more. */
  static RawClient connectWithSmallWindow(InetSocketAddress address) {
    Socket socket = new Socket();
    try {
      socket.setReceiveBufferSize(8 * 1024);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    return connect(address, socket);
  }

  private static RawClient connect(InetSocketAddress address, Socket socket) {
    try {
      socket.connect(address);
      return new RawClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawClient send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawClient push(String path, String body) {
    return send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: t\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  RawClient get(String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: t\r\n\r\n");
  }

  RawClient shutdownOutput() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawAnswer read() {
    return read(false);
  }

  /**
   * @param headOnly the answer to HEAD: a length, but no body
   */
  RawAnswer read(boolean headOnly) {
    try {
      String statusLine = readLine();
      List<String> headers = new ArrayList<>();
      for (String line = readLine(); !line.isEmpty(); line = readLine()) {
        headers.add(line);
      }
      RawAnswer head = RawAnswer.of(statusLine, headers, new byte[0]);
      int length =
          headOnly || head.bodiless() ? 0 : Integer.parseInt(head.header("content-length"));
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new IOException("body cut after " + body.length + " of " + length);
      }
      return RawAnswer.of(statusLine, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("connection ended in a head, after '" + line + "'");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\r")) {
      throw new IOException("line without CR: " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  /** The server closed, orderly: no reset, no more bytes. */
  boolean readsEnd() {
    try {
      return in.read() < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the server closes. */
  String readToEnd() {
    try {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads and drops until the server closes or resets. */
  long drain() {
    long bytes = 0;
    byte[] buffer = new byte[64 * 1024];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    } catch (SocketException reset) {
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  /** Closes with a reset, as a process that was killed with unread input. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
