package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A mail server that answers what it is told to, also by hanging up and by saying nothing. */
final class ScriptedSmtp implements AutoCloseable {
  /** Instead of an answer: closes the connection. */
  static final String HANG_UP = "(hang up)";

  /** Instead of an answer: nothing, until the server is closed. */
  static final String SILENCE = "(silence)";

  /** Before an answer: it is given only when the server is told to go on. */
  static final String HELD = "(held)";

  /** The command that stands for the connection itself. */
  static final String GREETING = "";

  /** The command that stands for the end of a message. */
  static final String END = ".";

  private static final Map<String, String> KIND =
      Map.of(
          GREETING,
          "220 ready",
          "EHLO",
          "250 scripted",
          "HELO",
          "250 scripted",
          "STARTTLS",
          "220 go ahead",
          "MAIL",
          "250 ok",
          "RCPT",
          "250 ok",
          "DATA",
          "354 go on",
          END,
          "250 queued",
          "RSET",
          "250 ok",
          "QUIT",
          "221 bye");

  private final ServerSocket port;
  private final Map<String, String> answers = new HashMap<>(KIND);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> lines = new CopyOnWriteArrayList<>();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final @Nullable SSLSocketFactory encryption;

  /**
   * Starts on a free port.
   *
   * @param other answers by command; for the rest it is a friendly server
   * @param encryption what STARTTLS leads to; null for nothing
   */
  ScriptedSmtp(Map<String, String> other, @Nullable SSLSocketFactory encryption)
      throws IOException {
    this.encryption = encryption;
    answers.putAll(other);
    port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  static ScriptedSmtp answering(Map<String, String> other) throws IOException {
    return new ScriptedSmtp(other, null);
  }

  int port() {
    return port.getLocalPort();
  }

  /** All lines that came in, those of messages included. */
  List<String> heard() {
    return heard;
  }

  /** Waits until the place of a silence is reached. */
  void awaitSilence() throws InterruptedException {
    reached.await();
  }

  /** Gives the answers that were held, and waits until the other side has closed the line. */
  void goOn() throws InterruptedException {
    released.countDown();
    ended.await();
  }

  @Override
  public void close() throws IOException {
    port.close();
    for (Socket line : lines) {
      line.close();
    }
  }

  private void accept() {
    while (!port.isClosed()) {
      try {
        Socket line = port.accept();
        lines.add(line);
        start(() -> talk(line));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket plain) {
    try (Socket line = plain) {
      Socket now = line;
      BufferedReader in = reader(now);
      boolean open = answer(now, GREETING);
      while (open) {
        String said = in.readLine();
        if (said == null) {
          return;
        }
        heard.add(said);
        String command = said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        open = answer(now, command);
        if (command.equals("STARTTLS") && encryption != null) {
          now = upgraded(line, encryption);
          in = reader(now);
        }
        if (open && command.equals("DATA") && answers.getOrDefault(command, "").contains("354")) {
          open = body(in) && answer(now, END);
        }
      }
    } catch (IOException e) {
      heard.add("(broken)");
    } finally {
      ended.countDown();
    }
  }

  private boolean body(BufferedReader in) throws IOException {
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      heard.add(said);
      if (said.equals(END)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the conversation goes on. */
  private boolean answer(Socket line, String command) throws IOException {
    String answer = answers.getOrDefault(command, "500 what?");
    if (answer.equals(SILENCE)) {
      reached.countDown();
      // Ends when the other side, or the server, closes the line.
      while (line.getInputStream().read() >= 0) {}
      return false;
    }
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (answer.startsWith(HELD)) {
      awaitRelease();
    }
    String given = answer.replace(HELD, "");
    line.getOutputStream().write((given + "\r\n").getBytes(UTF_8));
    line.getOutputStream().flush();
    return !given.startsWith("421") && !command.equals("QUIT");
  }

  private void awaitRelease() throws IOException {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Socket upgraded(Socket line, SSLSocketFactory encryption) throws IOException {
    SSLSocket upgraded = (SSLSocket) encryption.createSocket(line, null, true);
    upgraded.setUseClientMode(false);
    upgraded.startHandshake();
    return upgraded;
  }

  private static BufferedReader reader(Socket line) throws IOException {
    return new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted smtp");
    thread.setDaemon(true);
    thread.start();
  }
}
