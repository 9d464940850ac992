package dev.patrol.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Shows a file in the browser of the person at this machine. */
final class Browser {
  /** An opener that works hands the file on and ends; one that stays has done so as well. */
  private static final int SECONDS = 5;

  private Browser() {}

  /**
   * Opens a file.
   *
   * @return why no browser was opened; nothing when one was
   */
  static Optional<String> open(Path file, Map<String, String> environment)
      throws InterruptedException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean mac = system.startsWith("mac");
    boolean windowsBeside = environment.containsKey("WSL_DISTRO_NAME");
    if (!mac && !windowsBeside && !hasDisplay(environment)) {
      return Optional.of("there is no display here");
    }
    List<String> openers =
        mac
            ? List.of("open")
            : windowsBeside ? List.of("wslview", "xdg-open") : List.of("xdg-open");
    Optional<String> opener =
        openers.stream().flatMap(each -> found(each, environment)).findFirst();
    return opener.isEmpty()
        ? Optional.of("found no " + String.join(" and no ", openers))
        : start(opener.get(), file);
  }

  private static boolean hasDisplay(Map<String, String> environment) {
    return Stream.of("DISPLAY", "WAYLAND_DISPLAY")
        .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
  }

  private static Stream<String> found(String program, Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString);
  }

  private static Optional<String> start(String opener, Path file) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(opener, file.toAbsolutePath().normalize().toString())
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0
          ? Optional.of(opener + " ended with " + process.exitValue())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(opener + " cannot be started");
    }
  }
}
