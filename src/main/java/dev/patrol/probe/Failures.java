package dev.patrol.probe;

import dev.patrol.model.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what an exception of OkHttp's means. The exception itself is never logged: it may quote. */
final class Failures {
  private static final String CUT_SHORT = "unexpected end of stream";

  private Failures() {}

  /**
   * The class of a failure.
   *
   * @param connected whether the connection stood when it happened
   * @param answered whether a status line and headers had come back
   */
  static Failure of(IOException e, boolean connected, boolean answered) {
    if (e instanceof UnknownHostException) {
      return Failure.DNS;
    }
    // Read, connect and call timeout alike; SocketTimeoutException is a kind of it.
    if (e instanceof InterruptedIOException) {
      return Failure.TIMEOUT;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return Failure.CONNECT;
    }
    if (isTls(e, connected)) {
      return Failure.TLS;
    }
    // OkHttp reports a body that is shorter than announced as a breach of the protocol.
    if (e instanceof ProtocolException) {
      return isCutShort(e) ? Failure.RESET : Failure.UNREADABLE;
    }
    return answered && isUndecodable(e) ? Failure.UNREADABLE : Failure.RESET;
  }

  private static boolean isTls(IOException e, boolean connected) {
    return e instanceof SSLHandshakeException
        || e instanceof SSLPeerUnverifiedException
        || e instanceof UnknownServiceException
        || (e instanceof SSLException && !connected);
  }

  private static boolean isCutShort(IOException e) {
    return e.getMessage() != null && e.getMessage().startsWith(CUT_SHORT);
  }

  /** A plain IOException after the headers is Okio's word for gzip that is none. */
  private static boolean isUndecodable(IOException e) {
    return e.getClass() == IOException.class && !isCutShort(e);
  }
}
