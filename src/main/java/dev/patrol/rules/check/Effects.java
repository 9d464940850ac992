package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.SourceRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a consequence does to the facts.
 *
 * @param inserted the names of the types of which it inserts new facts
 * @param changes the words that change facts in place, such as {@code update}
 * @param any whether it does anything to facts at all
 * @param faults inserts that cannot work
 */
record Effects(Set<String> inserted, List<Lexeme> changes, boolean any, List<Fault> faults) {
  private static final Set<String> INSERTING = Set.of("insert", "insertLogical");
  private static final Set<String> CHANGING = Set.of("update", "modify");
  private static final Set<String> REMOVING = Set.of("delete", "retract");

  static Effects of(SourceRule rule) {
    Set<String> inserted = new LinkedHashSet<>();
    List<Lexeme> changes = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    boolean any = false;
    List<Lexeme> words = rule.span().consequence();
    for (int i = 0; i + 2 < words.size(); i++) {
      Lexeme word = words.get(i);
      boolean called = words.get(i + 1).is("(") && (i == 0 || !words.get(i - 1).is("."));
      any |=
          called
              && (CHANGING.contains(word.text())
                  || INSERTING.contains(word.text())
                  || REMOVING.contains(word.text()));
      if (called && CHANGING.contains(word.text())) {
        changes.add(word);
      }
      if (called && INSERTING.contains(word.text())) {
        if (words.get(i + 2).is("null")) {
          faults.add(Fault.certain(words.get(i + 2).start(), "null is no fact to insert"));
        }
        if (words.get(i + 2).is("new") && i + 3 < words.size()) {
          inserted.add(typeName(words, i + 3));
        }
      }
    }
    return new Effects(inserted, changes, any, faults);
  }

  private static String typeName(List<Lexeme> words, int from) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < words.size() && (words.get(i).isWord() || words.get(i).is(".")); i++) {
      name.append(words.get(i).text());
    }
    return name.substring(name.lastIndexOf(".") + 1);
  }
}
