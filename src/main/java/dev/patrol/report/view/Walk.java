package dev.patrol.report.view;

import java.util.List;

/**
 * An endpoint's walk through the guide.
 *
 * @param endpoint the endpoint's id
 * @param method HTTP method
 * @param url the URL as configured
 * @param token the token's id
 * @param application the application; may be empty
 * @param workspace the workspace's id; may be empty
 * @param verdict the endpoint as a whole
 * @param cause why it fails
 * @param alternatives what else it may be
 * @param steps a mark for each step, in the guide's order
 * @param answer what the service said, in words
 * @param support the file with the text for the vendor's support; empty when there is none
 */
public record Walk(
    String endpoint,
    String method,
    String url,
    String token,
    String application,
    String workspace,
    Chip verdict,
    Chip cause,
    List<Chip> alternatives,
    List<Step> steps,
    String answer,
    String support) {
  private static final int SHOWN_AT_ONCE = 3;

  public Walk {
    alternatives = List.copyOf(alternatives);
    steps = List.copyOf(steps);
  }

  /**
   * A mark.
   *
   * @param verdict pass, fail or unknown
   * @param id the step's word in CSV files
   * @param label the step's name
   * @param evidence the reason
   */
  public record Step(Chip verdict, String id, String label, String evidence) {
    /** A sign that tells the verdicts apart without colour. */
    public String sign() {
      return switch (verdict.tone()) {
        case "pass" -> "✓";
        case "fail" -> "✗";
        default -> "?";
      };
    }

    private boolean is(String tone) {
      return verdict.tone().equals(tone);
    }
  }

  /** The steps worth reading at once: those that fail, else the first that are unknown. */
  public List<Step> telling() {
    List<Step> failing = steps.stream().filter(step -> step.is("fail")).toList();
    List<Step> telling =
        failing.isEmpty() ? steps.stream().filter(step -> step.is("unknown")).toList() : failing;
    return telling.subList(0, Math.min(SHOWN_AT_ONCE, telling.size()));
  }
}
