package dev.patrol.report;

import dev.patrol.model.Redaction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text from outside fit to be shown: no secrets, no control or direction characters. */
final class SafeText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern VALUE_ITSELF =
      Pattern.compile("\\b(pat|sat|czu|czs|cztei)_[A-Za-z0-9]{20,}");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([?&;][a-z_-]*(?:token|key|secret|password|authorization)=)[^&;#\\s]*");
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/?#\\s]*@");
  private static final Pattern LONG_WORD =
      Pattern.compile("(?!Authorization\\b)(?<![{\\w])[A-Za-z0-9._~+/=-]{12,}");

  private SafeText() {}

  /** Any text; empty for null. */
  static String of(@Nullable String text) {
    return text == null ? "" : visible(Redaction.mask(text));
  }

  /** Text that is safe already, cut to so many characters with an ellipsis when it is longer. */
  static String cut(String safe, int longest) {
    if (safe.length() <= longest) {
      return safe;
    }
    int end = Character.isHighSurrogate(safe.charAt(longest - 1)) ? longest - 1 : longest;
    return safe.substring(0, end) + "…";
  }

  /**
   * A name from the inventory. Teams name tokens {@code pat_build_server}, which looks like a token
   * to {@link Redaction} and yet must stay readable, so only what cannot be a name is blotted out.
   */
  static String name(@Nullable String name) {
    return name == null
        ? ""
        : visible(VALUE_ITSELF.matcher(name).replaceAll("$1_" + Redaction.MARK));
  }

  /** A URL: what stands for a password or in a parameter meant for secrets is blotted out too. */
  static String url(String url) {
    String anonymous = CREDENTIALS.matcher(url).replaceAll(Redaction.MARK + "@");
    return of(SECRET_PARAMETER.matcher(anonymous).replaceAll("$1" + Redaction.MARK));
  }

  /** A configured header: any long word could be a secret of a shape that nobody knows. */
  static String authorization(String header) {
    return visible(LONG_WORD.matcher(Redaction.mask(header)).replaceAll(Redaction.MARK));
  }

  private static String visible(String text) {
    int index = 0;
    while (index < text.length() && text.charAt(index) >= ' ' && text.charAt(index) < 0x7F) {
      index++;
    }
    if (index == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(c -> visible.appendCodePoint(visible(c)));
    return visible.toString();
  }

  private static int visible(int c) {
    return switch (c) {
      case '\t', '\n', '\r', 0x85, 0x2028, 0x2029 -> ' ';
      case 0x061C, 0x200E, 0x200F -> REPLACEMENT;
      default -> {
        boolean direction = within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069);
        boolean alone = within(c, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
        boolean unassigned = (c & 0xFFFE) == 0xFFFE || within(c, 0xFDD0, 0xFDEF);
        yield direction || alone || unassigned || Character.isISOControl(c) ? REPLACEMENT : c;
      }
    };
  }

  private static boolean within(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
