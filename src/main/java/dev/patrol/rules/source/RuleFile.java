package dev.patrol.rules.source;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule file as it was read.
 *
 * @param name its path below the rules folder, with {@code /}
 * @param text its content
 */
public record RuleFile(String name, String text) {

  /**
   * All {@code .drl} files below a folder, sorted by name.
   *
   * @throws ProblemsException when the folder or a file cannot be read, or there is no rule file
   */
  public static List<RuleFile> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ProblemsException(
          Problem.in(folder.toString(), "expected a folder of .drl files, found none"));
    }
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(folder)) {
      paths =
          tree.filter(path -> path.toString().endsWith(".drl") && Files.isRegularFile(path))
              .toList();
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(folder.toString(), "cannot be read: " + e.getMessage()));
    }
    if (paths.isEmpty()) {
      throw new ProblemsException(Problem.in(folder.toString(), "expected .drl files, found none"));
    }
    List<RuleFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : paths) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      try {
        files.add(new RuleFile(name, Files.readString(path, StandardCharsets.UTF_8)));
      } catch (CharacterCodingException e) {
        problems.add(Problem.in(name, "expected UTF-8 text"));
      } catch (IOException e) {
        problems.add(Problem.in(name, "cannot be read: " + e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    files.sort((a, b) -> a.name().compareTo(b.name()));
    return List.copyOf(files);
  }

  /** The line's text, or an empty string outside of the file. */
  public String line(int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }
}
