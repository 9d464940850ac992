package dev.patrol.report.view;

/**
 * A text in both languages of the pages.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Say(String en, String zh) {
  /** The same in both languages, such as a name. */
  public static Say both(String text) {
    return new Say(text, text);
  }

  /** In the language with that tag. */
  public String in(String lang) {
    return lang.equals("zh") ? zh : en;
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return en.isEmpty() && zh.isEmpty();
  }
}
