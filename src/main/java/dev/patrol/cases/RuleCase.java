package dev.patrol.cases;

import dev.patrol.model.Probed;
import java.util.List;

/** A small world, and what one rule must make of it. */
public final class RuleCase {
  private final String rule;
  private final CaseKind kind;
  private final String name;
  private final String file;
  private final int line;
  private final Facts facts;
  private final Expected expected;

  RuleCase(
      String rule,
      CaseKind kind,
      String name,
      String file,
      int line,
      Facts facts,
      Expected expected) {
    this.rule = rule;
    this.kind = kind;
    this.name = name;
    this.file = file;
    this.line = line;
    this.facts = facts;
    this.expected = expected;
  }

  /** The id of the rule that it is a case of. */
  public String rule() {
    return rule;
  }

  /** What it shows. */
  public CaseKind kind() {
    return kind;
  }

  /** What sets it apart from the others, in words. */
  public String name() {
    return name;
  }

  /** Its file, which begins with the rules folder as it was named. */
  public String file() {
    return file;
  }

  /** The line on which it begins, counted from 1. */
  public int line() {
    return line;
  }

  /** The dossiers that the rules judge in it. */
  public List<Probed> dossiers() {
    return facts.dossiers();
  }

  Facts facts() {
    return facts;
  }

  Expected expected() {
    return expected;
  }

  /**
   * Such as {@code rules/10-key/validity.cases.yaml:5: token-expired, firing: one that is over}.
   */
  @Override
  public String toString() {
    return file + ":" + line + ": " + rule + ", " + kind.id() + ": " + name;
  }
}
