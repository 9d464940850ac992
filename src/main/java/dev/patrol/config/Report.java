package dev.patrol.config;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How reports are written.
 *
 * @param csvBom whether CSV files begin with a byte order mark
 * @param alarmDays days before a token's end at which the calendar reminds of it, largest first
 * @param fallbackContact who is asked about what nobody owns; null for nobody
 */
public record Report(CsvBom csvBom, List<Integer> alarmDays, @Nullable Contact fallbackContact) {

  /** Whether CSV files begin with a byte order mark, without which Excel reads no UTF-8. */
  public enum CsvBom {
    /** When the reports are in Chinese. */
    AUTO,
    ALWAYS,
    NEVER;

    /** The word used in the configuration, such as {@code auto}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether CSV files of reports in that language begin with one. */
    public boolean in(Locale language) {
      return this == ALWAYS
          || (this == AUTO && language.getLanguage().equals(Locale.CHINESE.getLanguage()));
    }
  }

  /**
   * Somebody who can be asked.
   *
   * @param name the name, or null when only the address is given
   * @param email the address, or null when only the name is given
   */
  public record Contact(@Nullable String name, @Nullable String email) {
    public Contact {
      if (name == null && email == null) {
        throw new IllegalArgumentException("a contact has a name, an address or both");
      }
    }
  }

  public Report {
    Objects.requireNonNull(csvBom);
    alarmDays = List.copyOf(alarmDays);
  }
}
