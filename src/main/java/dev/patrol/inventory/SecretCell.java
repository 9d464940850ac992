package dev.patrol.inventory;

import dev.patrol.model.Redaction;
import dev.patrol.model.SecretReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the column {@code secret} holds. A value that should not be there is dropped at once; only
 * that it was there is kept.
 *
 * @param reference where the value is kept, or null when that is not known
 * @param plain whether the cell holds the value itself
 */
record SecretCell(@Nullable SecretReference reference, boolean plain) {
  private static final String COLUMN = "secret";
  private static final SecretCell NONE = new SecretCell(null, false);
  private static final Pattern REFERENCE =
      Pattern.compile("([a-z][a-z0-9_-]*):([^\\s\\p{Cntrl}][^\\p{Cntrl}]*)");
  private static final Pattern ENV_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** A known source with something wrong behind it, or an unknown one with nothing behind it. */
  private static final Pattern MALFORMED =
      Pattern.compile("(?i)(env|file)\\s*:.*|[a-z][a-z0-9_-]*\\s*:\\s*", Pattern.DOTALL);

  /** A token on its own, with a run of letters and digits that no file or variable name has. */
  private static final Pattern WHOLE_TOKEN =
      Pattern.compile("(pat|sat|czu|czs|cztei)_[\\w-]*?(?=[A-Za-z]*[0-9])[A-Za-z0-9]{12,}[\\w-]*");

  /** Reads the cell of a row. */
  static SecretCell of(Row row) {
    String cell = Characters.trim(row.raw(COLUMN));
    if (cell.isEmpty()) {
      return NONE;
    }
    Matcher reference = REFERENCE.matcher(cell);
    if (reference.matches()) {
      String source = reference.group(1);
      String key = reference.group(2);
      boolean holdsToken =
          WHOLE_TOKEN.matcher(key).matches() || WHOLE_TOKEN.matcher(source).matches();
      boolean sound = !source.equals("env") || ENV_NAME.matcher(key).matches();
      if (!holdsToken && sound) {
        return new SecretCell(new SecretReference(source, key), false);
      }
      return refused(row, holdsToken);
    }
    boolean plain = Redaction.looksLikeToken(cell) || !MALFORMED.matcher(cell).matches();
    return refused(row, plain);
  }

  private static SecretCell refused(Row row, boolean plain) {
    row.report(
        COLUMN,
        Redaction.MARK,
        plain
            ? "expected a reference such as env:NAME or file:PATH, never the token itself;"
                + " take it out and make a new one"
            : "expected a reference such as env:NAME, file:PATH or SOURCE:KEY");
    return new SecretCell(null, plain);
  }
}
