package dev.patrol.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The file that keeps the newest results of each benchmark, a section for each, by name. */
final class Results {
  private static final String HEAD = "\n## ";

  private final Path file;

  private Results(Path file) {
    this.file = file;
  }

  static Results at(Path file) {
    return new Results(file);
  }

  /**
   * Puts the results of a benchmark in the place of its earlier ones; what stands above the first
   * section stays.
   *
   * @param machine what they were measured on, and when
   * @throws IOException when the file cannot be read or written
   */
  void keep(String name, String question, String machine, List<Table> tables) throws IOException {
    String text =
        Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "# Results\n";
    String[] parts = text.split(HEAD, -1);
    TreeMap<String, String> sections = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      int line = parts[i].indexOf('\n');
      sections.put(parts[i].substring(0, line), parts[i].substring(line + 1).strip());
    }
    String shown = tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
    sections.put(name, (question + "\n\n" + machine + "\n\n" + shown).strip());
    StringBuilder written = new StringBuilder(parts[0].strip()).append('\n');
    sections.forEach(
        (section, body) -> written.append(HEAD).append(section).append('\n').append(body + "\n"));
    Files.writeString(file, written.toString(), StandardCharsets.UTF_8);
  }
}
