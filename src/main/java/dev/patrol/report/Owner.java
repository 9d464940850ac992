package dev.patrol.report;

/**
 * Somebody who owns tokens or workspaces, and gets a page of the report.
 *
 * @param name what they are called; their address where no name is known
 * @param email how to reach them; empty when not known
 * @param unowned whether this stands for all that has no owner; name and address are then those of
 *     whom to ask about it, and may be empty
 * @param file the name of their page and table in the folder {@code owners}, without its ending
 */
public record Owner(String name, String email, boolean unowned, String file) {
  private static final String FOLDER = "owners/";

  /** Their page, relative to the report. */
  public String page() {
    return FOLDER + file + ".html";
  }

  /** The table of their findings, relative to the report. */
  public String csv() {
    return FOLDER + file + ".csv";
  }
}
