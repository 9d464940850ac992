package dev.patrol.report.view;

import dev.patrol.model.Cause;
import java.util.List;

/** The nine checks of the guide's steps 1 to 4, and how their marks look. */
public final class Steps {
  /** Their words in CSV files, in the guide's order. */
  public static final List<String> IDS = Cause.steps().stream().map(Cause::id).toList();

  private Steps() {}

  /** What colours the mark of a step: {@code pass}, {@code fail} or {@code unknown}. */
  public static String tone(String marks, int step) {
    return switch (marks.charAt(step)) {
      case 'p' -> "pass";
      case 'f' -> "fail";
      default -> "unknown";
    };
  }

  /** A sign that tells the marks apart without colour. */
  public static String sign(String marks, int step) {
    return switch (marks.charAt(step)) {
      case 'p' -> "✓";
      case 'f' -> "✗";
      default -> "?";
    };
  }
}
