package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import java.util.List;

/** A session came to no result: a rule threw, or fired without end. */
final class BrokenOff extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<RuleInfo> suspects;

  /** The suspects stand likeliest first; there are none when nothing tells who it was. */
  BrokenOff(List<RuleInfo> suspects, String message, Throwable cause) {
    super(message, cause);
    this.suspects = List.copyOf(suspects);
  }

  BrokenOff(List<RuleInfo> suspects, String message) {
    super(message);
    this.suspects = List.copyOf(suspects);
  }

  List<RuleInfo> suspects() {
    return suspects;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
