package dev.patrol.report;

import java.util.Locale;

/**
 * A page of the vendor's where somebody can act or read on.
 *
 * @param page what it shows
 * @param url where it is
 */
record Link(Page page, String url) {

  /** What a page shows. */
  enum Page {
    /** The console's list of personal access tokens. */
    PATS(true),
    /** The console's list of OAuth apps. */
    OAUTH_APPS(true),
    /** The apps that somebody authorized or installed. */
    AUTHORIZATIONS(true),
    /** The workspace in the console. */
    WORKSPACE(true),
    /** The documentation of the called operation. */
    OPERATION(false),
    /** The documentation of this kind of token. */
    TOKEN_KIND(false),
    /** What may be called how often. */
    QUOTAS(false),
    /** What the codes of answers mean. */
    ERROR_CODES(false),
    /** The troubleshooting guide. */
    GUIDE(false);

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean console;

    Page(boolean console) {
      this.console = console;
    }

    /** Such as {@code oauth-apps}. */
    String id() {
      return id;
    }

    /** Whether it is the console's, where something can be done, and not the documentation's. */
    boolean isConsole() {
      return console;
    }
  }
}
