package dev.patrol.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The fixed texts of calendar, summary and support files in one language. */
final class FileTexts {
  private static final String BUNDLE = "dev.patrol.report.files";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /** The texts in a language such as {@code zh}; English where there is no translation. */
  FileTexts(String lang) {
    locale = Locale.forLanguageTag(lang);
    // Without this the language of the machine would stand in for a missing one.
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundle = ResourceBundle.getBundle(BUNDLE, locale, FileTexts.class.getClassLoader(), control);
  }

  /** A text as it stands. */
  String get(String key) {
    return bundle.getString(key);
  }

  /** A text with values filled in. */
  String fill(String key, Object... values) {
    MessageFormat format =
        formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
    synchronized (format) {
      return format.format(values);
    }
  }
}
