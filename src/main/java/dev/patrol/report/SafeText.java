package dev.patrol.report;

import dev.patrol.model.Redaction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text from outside fit to be shown: no secrets, no control or direction characters. */
public final class SafeText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern VALUE_ITSELF =
      Pattern.compile("\\b(pat|sat|czu|czs|cztei)_[A-Za-z0-9]{20,}");

  // Of a text with a secret nothing is kept: these live longer than the run that read it.
  private static final RecentTexts<String> TEXTS =
      new RecentTexts<>((String text) -> visible(Redaction.mask(text))).keeping(SafeText::isWhole);
  private static final RecentTexts<String> URLS =
      new RecentTexts<>((String url) -> visible(Redaction.url(url))).keeping(SafeText::isWhole);
  private static final RecentTexts<String> HEADERS =
      new RecentTexts<>(0, (String header) -> visible(Redaction.authorization(header)))
          .keeping(SafeText::isWhole);
  private static final RecentTexts<String> NAMES =
      new RecentTexts<>(SafeText::safeName).keeping(SafeText::isWhole);

  private SafeText() {}

  /** Any text; empty for null. */
  public static String of(@Nullable String text) {
    return text == null ? "" : TEXTS.get(text);
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
  public static String name(@Nullable String name) {
    return name == null ? "" : NAMES.get(name);
  }

  /** Whether nothing was blotted out. */
  private static boolean isWhole(String safe) {
    return !safe.contains(Redaction.MARK);
  }

  private static String safeName(String name) {
    return visible(
        Redaction.mayHoldToken(name)
            ? VALUE_ITSELF.matcher(name).replaceAll("$1_" + Redaction.MARK)
            : name);
  }

  /** A URL without whatever could be a secret. */
  static String url(String url) {
    return URLS.get(url);
  }

  /** A configured header without whatever could be a secret. */
  static String authorization(String header) {
    return HEADERS.get(header);
  }

  /** What stands under a name that a team chose, such as a column's. */
  static String named(String name, String value) {
    return Redaction.isSecretName(name) ? Redaction.MARK : of(value);
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
