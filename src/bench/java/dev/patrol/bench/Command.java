package dev.patrol.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line as a user would start it, measured with all its children: seconds by the shell's
 * {@code time}, memory by GNU {@code time}. Not for concurrent use.
 */
final class Command {
  private static final String MEASURE =
      "TIMEFORMAT='%3R %3U %3S'; time /usr/bin/time -o \"$PEAK\" -f %M \"$@\" >\"$OUT\" 2>\"$ERR\"";

  private final List<String> words;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Set<Integer> codes = Set.of(0);
  private @Nullable Path folder;

  Command(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** Starts in a folder. */
  Command in(Path where) {
    folder = where;
    return this;
  }

  /** Starts with a variable in its environment. */
  Command with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The exit codes that mean that it did its work; else 0 alone. */
  Command ending(Integer... wanted) {
    codes = Set.of(wanted);
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException when it ends with another exit code, with the end of what it said
   */
  Measured run() throws IOException, InterruptedException {
    Path kept = Files.createTempDirectory("patrol-bench");
    Path out = kept.resolve("out");
    Path err = kept.resolve("err");
    Path peak = kept.resolve("peak");
    List<String> shell = new ArrayList<>(List.of("bash", "-c", MEASURE, "bash"));
    shell.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(shell);
    builder.environment().putAll(environment);
    builder.environment().putAll(Map.of("OUT", out + "", "ERR", err + "", "PEAK", peak + ""));
    builder.redirectInput(new File("/dev/null"));
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    try {
      Process process = builder.start();
      String times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (!codes.contains(code)) {
        throw new IOException(
            words.get(0) + " ended with " + code + ": " + times + tail(out) + tail(err));
      }
      return measured(times.strip(), lastLine(peak));
    } finally {
      for (Path file : List.of(out, err, peak, kept)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Measured measured(String times, String kilobytes) {
    String[] parts = times.split(" ", 3);
    double wall = Double.parseDouble(parts[0]);
    double cpu = Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]);
    return new Measured(cpu, wall, Long.parseLong(kilobytes) / 1024.0);
  }

  /** GNU time puts a line before it when the command did not end with 0. */
  private static String lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    return lines.get(lines.size() - 1);
  }

  private static String tail(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    return text.substring(Math.max(0, text.length() - 2000));
  }
}
