package dev.patrol.probe;

import dev.patrol.model.Address;
import dev.patrol.model.Site;
import java.util.Set;
import okhttp3.HttpUrl;

/** Decides where a token may go. */
final class AllowList {
  private final ProbeSettings settings;

  AllowList(ProbeSettings settings) {
    this.settings = settings;
  }

  /**
   * Whether a token of the site may be sent to the URL: HTTPS, no user before the host, and host
   * and port on the site's list or the team's own. The URL as written must name the same place, as
   * a name that only becomes a trusted one on being normalised (a user before the host, a
   * full-width dot) is a fault to report and not one to repair.
   */
  boolean allows(Site site, Address written, HttpUrl url) {
    String authority = Authority.of(url);
    return url.isHttps()
        && written.scheme().equals("https")
        && !written.userInfo()
        && url.encodedUsername().isEmpty()
        && url.encodedPassword().isEmpty()
        && Authority.of(written).equals(authority)
        && (settings.hosts().getOrDefault(site, Set.of()).contains(authority)
            || settings.selfHosted().contains(authority));
  }

  /** Whether the URL leads to one of the team's own installations. */
  boolean isSelfHosted(Address written) {
    return settings.selfHosted().contains(Authority.of(written));
  }
}
