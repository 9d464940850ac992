package dev.patrol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where benchmarks run, and with what.
 *
 * @param home the project's folder
 * @param work takes what benchmarks write; its caches are theirs alone
 * @param rounds how often each contender has its turn
 * @param javas the homes of the JDKs to measure on, by major version; at least the running one
 */
record Workshop(Path home, Path work, int rounds, Map<Integer, Path> javas) {
  private static final int ROUNDS = 5;

  Workshop {
    javas = Collections.unmodifiableMap(new TreeMap<>(javas));
  }

  /**
   * The current folder as the project's. The system property {@code bench.rounds} says how many
   * rounds, {@code bench.jdk} the home of another JDK to measure on too.
   *
   * @throws IOException when the work folder cannot be made
   */
  static Workshop here() throws IOException {
    Path home = Path.of("").toAbsolutePath();
    Map<Integer, Path> javas = new TreeMap<>();
    javas.put(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    String other = System.getProperty("bench.jdk", "");
    if (!other.isEmpty()) {
      javas.put(Jdk.feature(Path.of(other)), Path.of(other));
    }
    Path work = Files.createDirectories(home.resolve("target/bench"));
    return new Workshop(home, work, Integer.getInteger("bench.rounds", ROUNDS), javas);
  }

  /** The home of the JDK that runs this. */
  Path running() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A folder of a benchmark's own, below the work folder. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  /**
   * The launcher with arguments, on a JDK, with caches of the benchmarks' own.
   *
   * @param java the JDK's home
   */
  Command patrol(Path java, String... arguments) {
    List<String> words = new ArrayList<>(List.of(home.resolve("patrol").toString()));
    words.addAll(List.of(arguments));
    return new Command(words)
        .in(home)
        .with("JAVA_HOME", java.toString())
        .with("XDG_CACHE_HOME", work.resolve("cache").toString());
  }

  /**
   * A program of the benchmarks that needs nothing else, in a JVM of its own.
   *
   * @param java the JDK's home
   */
  Command java(Path java, Class<?> program) {
    String classes = home.resolve("target/test-classes").toString();
    return new Command(
        List.of(java.resolve("bin/java").toString(), "-cp", classes, program.getName()));
  }

  /**
   * A program that needs the product, with everything that this JVM has on its class path.
   *
   * @param java the JDK's home
   * @param options of the JVM
   * @param arguments of the program
   */
  Command program(Path java, Class<?> program, List<String> options, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(arguments);
    return new Command(words).in(home);
  }
}
