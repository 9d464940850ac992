package dev.patrol.rules;

import java.util.Map;
import org.kie.memorycompiler.JavaConfiguration.CompilerType;
import org.kie.memorycompiler.KieMemoryCompiler;

/**
 * The compiler of Java, which rules are turned into. To load it takes half a second, so it is
 * started while rule files are checked.
 */
final class JavaStart {
  /** With a bit of all that the Java made of rules has. */
  private static final String SOURCE =
      """
      package patrol.start;

      public enum Start implements org.drools.model.functions.Predicate1<String> {
        INSTANCE;

        @Override
        public boolean test(String text) throws Exception {
          java.util.function.Supplier<java.util.List<String>> all = () -> java.util.List.of(text);
          return all.get().size() > 1 && dev.patrol.model.Severity.valueOf(text) != null;
        }
      }
      """;

  static {
    try {
      compile();
    } catch (RuntimeException | LinkageError e) {
      // It fails again where rules are compiled, and is reported there.
    }
  }

  private JavaStart() {}

  /** What comes of a first source, by class. */
  static Map<String, byte[]> compile() {
    return KieMemoryCompiler.compileNoLoad(
        Map.of("patrol.start.Start", SOURCE),
        JavaStart.class.getClassLoader(),
        CompilerType.ECLIPSE);
  }

  /** Begins to start it, on a thread that nobody has to wait for. */
  static void begin() {
    Thread thread = new Thread(JavaStart::finish, "java compiler");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts it, once in a process; who comes meanwhile waits, as threads that load the same classes
   * in different order can wait for each other.
   */
  static void finish() {}
}
