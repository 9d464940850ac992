package dev.patrol.report.published;

import java.util.Locale;
import java.util.Objects;

/**
 * Somebody who has a page of a report.
 *
 * @param name as it is shown; may be empty
 * @param email the address; empty when it is not known
 * @param page the page, relative to the report's folder; empty when there is none
 * @param csv the table, relative to the report's folder; empty when there is none
 * @param unowned whether this stands for what nobody owns; name and address are then those of the
 *     contact who takes care of it, if there is one
 */
public record PublishedOwner(String name, String email, String page, String csv, boolean unowned) {
  public PublishedOwner {
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
  }

  /** What tells owners apart from run to run: the address, or the name when there is none. */
  public String key() {
    String known = email.isEmpty() ? name : email;
    return unowned ? "" : known.strip().toLowerCase(Locale.ROOT);
  }
}
