package dev.patrol.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers with whatever bytes a test wants, one connection after the other. */
final class RawServer implements AutoCloseable {
  /** Does something with a connection once the request's head has been read. */
  interface Behaviour {
    void answer(Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  RawServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A server that always gives the same bytes and closes. */
  static RawServer saying(String head, byte[] body) throws IOException {
    return new RawServer(
        (socket, out) -> {
          out.write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
          out.write(body);
        });
  }

  int port() {
    return listener.getLocalPort();
  }

  /** The heads of the requests so far. */
  List<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        socket.setTcpNoDelay(true);
        heads.add(head(socket.getInputStream()));
        behaviour.answer(socket, socket.getOutputStream());
      } catch (IOException e) {
        // The client went away, or the test is over.
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
