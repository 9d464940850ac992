package dev.patrol.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/**
 * Debian's nginx as the service that is asked: on free ports of this machine, over HTTP/1.1 and
 * over HTTP/2 with TLS, with some server time before each answer. It ends when it is closed, or
 * with this process.
 */
final class Nginx implements AutoCloseable {
  private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_http_echo_module.so");
  private static final int TRIES = 200;

  /** A certificate is no secret; the JVM reads no store without a password. */
  private static final String TRUST = "benchmark";

  private static final String TRUST_STORE = "trust.p12";

  /** How a client speaks to it. */
  enum Protocol {
    HTTP_1("HTTP/1.1"),
    HTTP_2("HTTP/2 over TLS");

    private final String title;

    Protocol(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final Process process;
  private final Path folder;
  private final Map<Integer, Map<Protocol, Integer>> ports;
  private final Thread hook = new Thread(this::end, "end nginx");

  private Nginx(Process process, Path folder, Map<Integer, Map<Protocol, Integer>> ports) {
    this.process = process;
    this.folder = folder;
    this.ports = Collections.unmodifiableMap(ports);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts it.
   *
   * @param folder takes its files
   * @param millis the server times, in milliseconds; a port for each and for each protocol
   * @throws IOException when it is not installed, or does not start
   */
  static Nginx start(Workshop workshop, Path folder, List<Integer> millis)
      throws IOException, InterruptedException {
    Path program = Tools.need("nginx", "nginx-light");
    if (!Files.exists(MODULE)) {
      throw new IOException(MODULE + " is missing (Debian: libnginx-mod-http-echo)");
    }
    Files.copy(
        workshop.home().resolve("src/bench/nginx.conf"),
        folder.resolve("nginx.conf"),
        StandardCopyOption.REPLACE_EXISTING);
    writeCertificate(folder);
    Map<Integer, Map<Protocol, Integer>> ports = new TreeMap<>();
    StringBuilder servers = new StringBuilder();
    for (int time : millis) {
      int plain = freePort();
      int tls = freePort();
      ports.put(time, Map.of(Protocol.HTTP_1, plain, Protocol.HTTP_2, tls));
      servers.append(server(plain, tls, time));
    }
    Files.writeString(folder.resolve("servers.conf"), servers, US_ASCII);
    Process process =
        new ProcessBuilder(program.toString(), "-p", folder + "/", "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    Nginx nginx = new Nginx(process, folder, ports);
    nginx.awaitPorts();
    return nginx;
  }

  /** Where requests go, such as {@code https://127.0.0.1:40123}. */
  URI origin(Protocol protocol, int millis) {
    Integer port = ports.getOrDefault(millis, Map.of()).get(protocol);
    if (port == null) {
      throw new IllegalArgumentException("no server with " + millis + " ms");
    }
    return URI.create((protocol == Protocol.HTTP_1 ? "http" : "https") + "://127.0.0.1:" + port);
  }

  /** Its certificate, for this machine and for the API's hosts, as clients want to trust it. */
  Path certificate() {
    return folder.resolve("certificate.pem");
  }

  /** Options with which a JVM trusts it. */
  List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + folder.resolve(TRUST_STORE),
        "-Djavax.net.ssl.trustStorePassword=" + TRUST);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String server(int plain, int tls, int millis) {
    // A `return` is answered at once; the module that waits is left out where nothing is to wait.
    String answer =
        millis == 0
            ? "return 200 $answer;"
            : "echo_sleep 0.%03d; echo -n $answer;".formatted(millis);
    return """
        server {
          listen 127.0.0.1:%d backlog=4096;
          listen 127.0.0.1:%d ssl http2 backlog=4096;
          ssl_certificate certificate.pem;
          ssl_certificate_key key.pem;
          location / { %s }
        }
        """
        .formatted(plain, tls, answer);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void writeCertificate(Path folder) throws IOException {
    HeldCertificate held =
        new HeldCertificate.Builder()
            .commonName("benchmark")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("api.coze.cn")
            .addSubjectAlternativeName("api.coze.com")
            .duration(2, TimeUnit.DAYS)
            .build();
    Files.writeString(folder.resolve("certificate.pem"), held.certificatePem(), UTF_8);
    Files.writeString(folder.resolve("key.pem"), held.privateKeyPkcs8Pem(), UTF_8);
    try (var out = Files.newOutputStream(folder.resolve(TRUST_STORE))) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("nginx", held.certificate());
      trusted.store(out, TRUST.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate cannot be kept", e);
    }
  }

  private void awaitPorts() throws IOException, InterruptedException {
    for (Map<Protocol, Integer> both : ports.values()) {
      for (int port : both.values()) {
        awaitPort(port);
      }
    }
  }

  private void awaitPort(int port) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(25);
      }
    }
    close();
    throw new IOException(
        "nginx did not start: " + Files.readString(folder.resolve("nginx.out"), UTF_8));
  }
}
