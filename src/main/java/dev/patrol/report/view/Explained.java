package dev.patrol.report.view;

import dev.patrol.report.row.FindingRow;
import java.util.regex.Pattern;

/** What a page hands to the command that explains one thing of a run in full. */
public final class Explained {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]*");

  private Explained() {}

  /** What a finding is about, for a shell; nothing when no command can explain it. */
  public static String subject(FindingRow finding) {
    return finding.status().equals("fixed")
        ? ""
        : subject(finding.endpoint().isEmpty() ? finding.token() : finding.endpoint());
  }

  /** The id of an endpoint or a token as a word of a shell that is never an option. */
  public static String subject(String id) {
    if (id.isEmpty() || PLAIN.matcher(id).matches()) {
      return id;
    }
    return (id.startsWith("-") ? "-- " : "") + "'" + id.replace("'", "'\\''") + "'";
  }
}
