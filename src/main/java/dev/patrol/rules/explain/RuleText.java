package dev.patrol.rules.explain;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the line on which a condition stands in a rule's file. */
final class RuleText {
  private static final Pattern APART = Pattern.compile("[^\\w$\"]+");

  private final List<String> lines;
  private final int first;

  /** The text of a file, and the line on which the rule begins, counted from 1. */
  RuleText(String text, int first) {
    this.lines = text.lines().toList();
    this.first = first;
  }

  /** The line that holds most of the condition's words; the rule's own where none does. */
  int line(String condition) {
    List<String> words =
        APART.splitAsStream(condition).filter(word -> !word.isEmpty()).distinct().toList();
    int best = first;
    long most = 0;
    for (int line = first; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      if (text.strip().equals("then")) {
        break;
      }
      List<String> there = APART.splitAsStream(text).toList();
      long shared = words.stream().filter(there::contains).count();
      if (shared > most && !text.strip().startsWith("@")) {
        most = shared;
        best = line;
      }
    }
    return best;
  }
}
