package dev.patrol.rules.check;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.Nearest;
import dev.patrol.rules.source.Remarks;
import dev.patrol.rules.source.RuleTexts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Warns of texts without translation, and of translations that belong to no rule. */
final class Translations implements Lint {
  private static final List<String> TEXTS = List.of("title", "remedy");

  private final Path folder;

  Translations(Path folder) {
    this.folder = folder;
  }

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "messages_*.properties")) {
      found.forEach(files::add);
    } catch (IOException e) {
      // The folder cannot be read, which is said already.
      return;
    }
    Collections.sort(files);
    for (Path file : files) {
      String name = file.getFileName().toString();
      String language = name.substring("messages_".length(), name.lastIndexOf('.'));
      try {
        check(file, RuleTexts.read(folder, Locale.forLanguageTag(language)).keys(), rules, remarks);
      } catch (ProblemsException e) {
        e.problems().forEach(remarks::error);
      }
    }
  }

  private static void check(Path file, Set<String> keys, List<ReadRule> rules, Remarks remarks) {
    Set<String> known = new TreeSet<>();
    for (ReadRule rule : rules) {
      List<String> missing = new ArrayList<>();
      for (String text : TEXTS) {
        String key = rule.source().info().id() + "." + text;
        known.add(key);
        boolean written =
            rule.source().span().annotations().stream().anyMatch(each -> each.name().equals(text));
        if (written && !keys.contains(key)) {
          missing.add(key);
        }
      }
      if (!missing.isEmpty()) {
        remarks.warn(
            rule.file(),
            rule.source().place(missing.get(0).endsWith("title") ? "title" : "remedy"),
            "no translation in %s: %s".formatted(file.getFileName(), String.join(", ", missing)));
      }
    }
    keys.stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> remarks.warn(unknown(file, key, known)));
  }

  private static Problem unknown(Path file, String key, Set<String> known) {
    int line = 0;
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size() && line == 0; i++) {
        line = lines.get(i).strip().startsWith(key) ? i + 1 : 0;
      }
    } catch (IOException e) {
      line = 0;
    }
    return new Problem(
        file.toString().replace('\\', '/'),
        line,
        line == 0 ? 0 : 1,
        "\"%s\" belongs to no rule%s".formatted(key, Nearest.hint(key, known)));
  }
}
