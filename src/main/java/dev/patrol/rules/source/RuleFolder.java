package dev.patrol.rules.source;

import dev.patrol.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rule files of a folder, as far as they can be read.
 *
 * @param files by name
 * @param problems with the folder, and with files that cannot be read
 */
public record RuleFolder(List<RuleFile> files, List<Problem> problems) {
  private static final String MARK = "\uFEFF";

  public RuleFolder {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** All {@code .drl} files below a folder, sorted by name. */
  public static RuleFolder read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return none(folder, "expected a folder of .drl files, found none");
    }
    List<RuleFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      tree.filter(path -> path.toString().endsWith(".drl") && !path.equals(folder))
          .filter(path -> !isHidden(folder.relativize(path)))
          .forEach(path -> read(folder, path, files, problems));
    } catch (IOException | java.io.UncheckedIOException e) {
      return none(folder, "cannot be read: " + e.getMessage());
    }
    if (files.isEmpty() && problems.isEmpty()) {
      return none(folder, "expected .drl files, found none");
    }
    files.sort(Comparator.comparing(RuleFile::name));
    return new RuleFolder(files, problems);
  }

  /** Editors' locks, and what a Kubernetes volume keeps beside its links. */
  private static boolean isHidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static RuleFolder none(Path folder, String message) {
    return new RuleFolder(List.of(), List.of(Problem.in(shown(folder), message)));
  }

  private static void read(Path folder, Path path, List<RuleFile> files, List<Problem> problems) {
    String shown = shown(path);
    if (!Files.isRegularFile(path)) {
      problems.add(
          Problem.in(
              shown,
              Files.isDirectory(path)
                  ? "expected a rule file, found a folder; rename it without .drl"
                  : "expected a rule file, found something else or a broken link"));
      return;
    }
    String name = folder.relativize(path).toString().replace('\\', '/');
    try {
      byte[] bytes = Files.readAllBytes(path);
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      files.add(new RuleFile(name, shown, text.startsWith(MARK) ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      problems.add(Problem.in(shown, "expected UTF-8 text; save the file in that encoding"));
    } catch (IOException e) {
      problems.add(Problem.in(shown, "cannot be read; may this user read it?"));
    }
  }

  /** A path below the working directory is shown from there, as people type it. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path shown = path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }
}
