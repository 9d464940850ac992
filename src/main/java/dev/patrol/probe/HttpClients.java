package dev.patrol.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The clients that requests go through; they share one pool of connections. */
final class HttpClients {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String ORIGINAL = "Patrol-Retry-After";

  private final OkHttpClient tls;
  private final OkHttpClient loopback;

  HttpClients(ProbeSettings settings, UnaryOperator<OkHttpClient.Builder> extra) {
    tls =
        extra
            .apply(new OkHttpClient.Builder())
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .writeTimeout(settings.readTimeout())
            .callTimeout(settings.callTimeout())
            // OkHttp would keep the Authorization header on the way to the same host and port.
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
            // The default of five idle connections costs 1.4 times the CPU.
            .connectionPool(new ConnectionPool(settings.concurrency(), 5, TimeUnit.MINUTES))
            .addNetworkInterceptor(this::watch)
            .build();
    // The only client that may send in clear text is one that cannot leave this machine.
    loopback =
        tls.newBuilder()
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .proxy(Proxy.NO_PROXY)
            .dns(name -> loopback(tls.dns(), name))
            .build();
  }

  /**
   * The client for a request.
   *
   * @param repeatable whether OkHttp may send it again by itself, as it does after a connection
   *     from the pool turns out to be dead
   */
  OkHttpClient of(Request request, boolean repeatable) {
    OkHttpClient client = request.isHttps() ? tls : loopback;
    return repeatable ? client : client.newBuilder().retryOnConnectionFailure(false).build();
  }

  /** What the service sent as {@code Retry-After}. */
  static @Nullable String retryAfter(Response response) {
    String original = response.header(ORIGINAL);
    return original == null ? response.header(RETRY_AFTER) : original;
  }

  void close() {
    tls.dispatcher().cancelAll();
    tls.dispatcher().executorService().shutdown();
    tls.connectionPool().evictAll();
  }

  /**
   * Notes that a request leaves, and keeps OkHttp from answering 408 and 503 with a request of its
   * own: whether there is another one is decided by {@link RetryRule}.
   */
  private Response watch(Interceptor.Chain chain) throws IOException {
    Passage passage = chain.request().tag(Passage.class);
    if (passage != null) {
      passage.leaves();
    }
    Response response = chain.proceed(chain.request());
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    String asked = response.header(RETRY_AFTER, "");
    return response.newBuilder().header(RETRY_AFTER, "1").header(ORIGINAL, asked).build();
  }

  private static List<InetAddress> loopback(Dns dns, String name) throws UnknownHostException {
    List<InetAddress> addresses =
        dns.lookup(name).stream().filter(InetAddress::isLoopbackAddress).toList();
    if (addresses.isEmpty()) {
      throw new UnknownHostException(name + " is not a loopback address");
    }
    return addresses;
  }
}
