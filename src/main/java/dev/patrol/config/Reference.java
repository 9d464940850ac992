package dev.patrol.config;

import dev.patrol.model.SecretReference;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a secret of Patrol's own is kept: in the environment or in a file. */
final class Reference {
  private static final String FILE = "file";
  private static final Pattern SHAPE =
      Pattern.compile("(env):([A-Za-z_][A-Za-z0-9_]*)|(" + FILE + "):(\\S.*)");

  private Reference() {}

  /**
   * A reference such as {@code env:NAME}.
   *
   * @param what the secret is, such as {@code password}
   */
  static Kind<SecretReference> to(String what) {
    String expected = "expected env:NAME or file:PATH, never the " + what + " itself";
    return new Kind<>(
        expected,
        text -> {
          Matcher reference = SHAPE.matcher(text);
          if (!reference.matches()) {
            throw new UnexpectedValue(expected);
          }
          return reference.group(1) != null
              ? new SecretReference(reference.group(1), reference.group(2))
              : new SecretReference(reference.group(3), reference.group(4));
        });
  }

  /** The same with its file looked for from that folder on. */
  static SecretReference under(Path folder, SecretReference reference) {
    return reference.source().equals(FILE)
        ? new SecretReference(FILE, folder.resolve(reference.key()).toString())
        : reference;
  }
}
