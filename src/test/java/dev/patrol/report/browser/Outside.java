package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * All the network that the browser has: a proxy on loopback that leads nowhere and keeps what was
 * asked of it.
 */
final class Outside implements AutoCloseable {
  /** Chromium calls them by itself now and then, whatever page is open. */
  private static final Pattern ITS_OWN =
      Pattern.compile(
          "\\S+ (http://)?(accounts|clients[0-9]*|www|android\\.clients)\\.google\\.com[:/].*"
              + "|\\S+ (http://)?(update|optimizationguide-pa|safebrowsing)\\.googleapis\\.com[:/].*"
              + "|\\S+ (http://)?(redirector|edgedl\\.me)\\.gvt1\\.com[:/].*");

  private final ServerSocket socket;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  Outside() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "outside");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The first lines of all requests since this was asked before. */
  List<String> asked() {
    List<String> now = List.copyOf(asked);
    asked.subList(0, now.size()).clear();
    return now.stream().filter(line -> !ITS_OWN.matcher(line).matches()).toList();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1))) {
        caller.setSoTimeout(2_000);
        asked.add(String.valueOf(in.readLine()));
        caller.getOutputStream().write("HTTP/1.1 502 Outside\r\n\r\n".getBytes(ISO_8859_1));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          asked.add("a call that could not be read: " + e);
        }
      }
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
