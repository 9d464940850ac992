package dev.patrol.catalog;

import dev.patrol.model.PercentCode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises what documentation and templates put where a value belongs.
 *
 * <p>A placeholder is the whole value: {@code Hello {name}} is a sentence. Only a masked id, such
 * as {@code 7381****}, shows by a part of it.
 */
final class Placeholder {
  /** Longer texts are contents, and need not be looked at. */
  private static final int LONGEST = 80;

  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.:\\- ]*";

  /** Marks of template languages, which nobody types by accident. */
  private static final Pattern TEMPLATE =
      Pattern.compile("[$#]?\\{ *" + NAME + "}|[$#]?\\{\\{ *" + NAME + "}}");

  private static final Pattern BRACKETED =
      Pattern.compile("<" + NAME + ">|\\[[A-Za-z_][\\w\\- ]*]|【" + NAME + "】");

  private static final Pattern VARIABLE =
      Pattern.compile("[:$][A-Za-z_][A-Za-z0-9_\\-]*|%[A-Za-z_]+%|__[A-Za-z_]+__");

  private static final Pattern YOURS =
      Pattern.compile(
          "your[A-Z][A-Za-z]*"
              + "|(?i:(?:(?:put|enter|insert)[_-])?your(?:[_-][a-z0-9]+)+)"
              + "|(?i:(?:put|enter|insert)(?:[_-][a-z0-9]+)*[_-]here)"
              + "|(?i:(?:your|enter|insert) (?:[a-z]+ )?(?:id|token|key|secret))"
              + "|(?i:(?:replace|change|fill)[_-]?me)");

  private static final Pattern CHINESE =
      Pattern.compile(
          "[你您]的? *[A-Za-z_][\\w\\- ]*"
              + "|[你您]的?.{0,12}(?i:id|token|编号|标识|令牌|密钥)"
              + "|请(?:填写|填入|输入|替换).*|填写.*|替换[为成].*"
              + "|(?:此处|这里)(?:填写|填入|输入|替换).*|待填写?");

  private static final Pattern MASKED = Pattern.compile("(?=.*[*＊•]{2})[A-Za-z0-9_\\-*＊•]+");

  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]+\\*\\*");

  private static final Pattern CROSSES =
      Pattern.compile("(?:[A-Za-z0-9]+[_-])?[0-9]*[xX]{3,}[0-9]*(?:[_-][xX]{3,})*");

  private static final Pattern ELLIPSIS = Pattern.compile("\\.{3,}|…+|。{3,}");

  private static final Set<String> WORDS =
      Set.of(
          "TODO",
          "TBD",
          "FIXME",
          "null",
          "NULL",
          "undefined",
          "None",
          "NaN",
          "placeholder",
          "PLACEHOLDER",
          "[object Object]");

  /** What people say to each other; there a word such as {@code ...} is a word. */
  private static final Set<String> FREE_TEXT =
      Set.of(
          "content",
          "description",
          "caption",
          "input",
          "resume_data",
          "name",
          "voice_name",
          "query",
          "keyword",
          "search",
          "q");

  private Placeholder() {}

  /** Whether a value was never filled in, judged by itself, percent-encoded or not. */
  static boolean isUnfilled(String value) {
    String text = value.strip();
    return text.length() <= LONGEST
        && !ResourceIds.isDecimal(text)
        && (looksUnfilled(text)
            || (text.indexOf('%') >= 0 && looksUnfilled(PercentCode.decode(text).strip())));
  }

  /**
   * Whether the value of a parameter was never filled in.
   *
   * @param name the parameter's name, which is itself a placeholder where an id is expected
   */
  static boolean isUnfilled(String name, String value) {
    if (FREE_TEXT.contains(name)) {
      return value.length() <= LONGEST && TEMPLATE.matcher(value.strip()).matches();
    }
    return isUnfilled(value) || isOwnName(name, value.strip());
  }

  private static boolean isOwnName(String name, String value) {
    boolean hardlyAValue = name.indexOf('_') > 0 || name.equals("id") || name.equals("ids");
    return hardlyAValue && plain(name).equals(plain(value));
  }

  private static String plain(String text) {
    return text.length() > LONGEST
        ? text
        : text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }

  private static boolean looksUnfilled(String text) {
    return WORDS.contains(text)
        || TEMPLATE.matcher(text).matches()
        || BRACKETED.matcher(text).matches()
        || VARIABLE.matcher(text).matches()
        || YOURS.matcher(text).matches()
        || CHINESE.matcher(text).matches()
        || (MASKED.matcher(text).matches() && !BOLD.matcher(text).matches())
        || CROSSES.matcher(text).matches()
        || ELLIPSIS.matcher(text).matches();
  }
}
