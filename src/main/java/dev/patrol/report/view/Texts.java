package dev.patrol.report.view;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The fixed texts of the page in one language. */
public final class Texts {
  private static final String BUNDLE = "dev.patrol.report.page";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final NumberFormat numbers;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /** The texts in a language such as {@code zh}; English where there is no translation. */
  public Texts(String lang) {
    locale = Locale.forLanguageTag(lang);
    numbers = NumberFormat.getIntegerInstance(locale);
    // Without this the language of the machine would stand in for a missing one.
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), control);
  }

  /** The language's tag, such as {@code zh}. */
  public String lang() {
    return locale.toLanguageTag();
  }

  /** The names of all texts, sorted. */
  Stream<String> keys() {
    return bundle.keySet().stream().sorted();
  }

  /** A text as it stands. */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** A text with values filled in. */
  public String fill(String key, Object... values) {
    MessageFormat format =
        formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
    synchronized (format) {
      return format.format(values);
    }
  }

  /** A number with the language's grouping. */
  public String number(long number) {
    synchronized (numbers) {
      return numbers.format(number);
    }
  }
}
