package dev.patrol.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about itself in its annotations.
 *
 * @param id unique, kebab-case
 * @param severity how much its findings matter
 * @param guide the cause it decides, or null for hygiene
 * @param title one line that names the fault
 * @param remedy what to do about it
 * @param file the rule file, relative to the rules folder
 * @param line the line on which the rule begins, counted from 1
 */
public record RuleInfo(
    String id,
    Severity severity,
    @Nullable Cause guide,
    String title,
    String remedy,
    String file,
    int line) {
  /** The word used in rule files for checks that are no step of the guide. */
  public static final String HYGIENE = "hygiene";

  public RuleInfo {
    Objects.requireNonNull(id);
  }

  /** Whether it makes findings; other rules only draw conclusions for those. */
  public boolean reports() {
    return severity != Severity.INFO || !remedy.isEmpty();
  }

  /** The same rule with another severity. */
  public RuleInfo withSeverity(Severity other) {
    return new RuleInfo(id, other, guide, title, remedy, file, line);
  }

  /** The guide's step in reports: a cause's word, or {@code hygiene}. */
  public String guideId() {
    return guide == null ? HYGIENE : guide.id();
  }
}
