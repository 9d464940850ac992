package dev.patrol.notify.news;

import dev.patrol.model.Severity;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fixed texts of messages in the language of a run, with its dates. */
final class Wording {
  private static final String BUNDLE = "dev.patrol.notify.news";

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  Wording(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    // Without this the language of the machine would stand in for a missing one.
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundle = ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getClassLoader(), control);
  }

  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  String severity(Severity severity) {
    return bundle.getString("severity." + severity.id());
  }

  /** Such as {@code 2026-12-01}. */
  String day(Instant instant) {
    return LocalDate.ofInstant(instant, zone).toString();
  }

  /** Such as {@code 3 new, 1 fixed}. */
  String counts(Share share) {
    return Stream.of(News.Kind.values())
        .filter(kind -> share.count(kind) > 0)
        .map(kind -> text("count." + kind.name(), share.count(kind)))
        .collect(Collectors.joining(bundle.getString("count.separator")));
  }
}
