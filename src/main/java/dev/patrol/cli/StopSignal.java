package dev.patrol.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wish of the user or the system that the process stops. The JVM's own way would start all its
 * shutdown hooks at once, and an embedded database would be closed before the work is put away.
 */
final class StopSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

  private final CountDownLatch given = new CountDownLatch(1);

  /** Begins to listen to what otherwise ends the process. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    List.of("TERM", "INT").forEach(signal::handle);
    return signal;
  }

  /** Waits for it. */
  void await() throws InterruptedException {
    given.await();
  }

  /** By reflection: the compiler warns of these classes, which have no successor. */
  private void handle(String name) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                given.countDown();
                return null;
              });
      type.getMethod("handle", type, handlerType)
          .invoke(null, type.getConstructor(String.class).newInstance(name), handler);
    } catch (ReflectiveOperationException e) {
      // Then the process ends at once, and its work goes on after the next start as after a crash.
      LOG.debug("SIG{} is left to the JVM", name, e);
    }
  }
}
