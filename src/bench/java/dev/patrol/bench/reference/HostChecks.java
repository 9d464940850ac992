package dev.patrol.bench.reference;

import dev.patrol.model.Address;
import dev.patrol.model.Site;
import java.util.Set;

/** Is the domain right for the token and the operation: {@code 20-url/host.drl}. */
final class HostChecks {
  private static final Set<String> API =
      Set.of("api.coze.cn", "api.coze.com", "ws.coze.cn", "ws.coze.com");
  private static final Set<String> CONSOLE =
      Set.of(
          "www.coze.cn",
          "www.coze.com",
          "code.coze.cn",
          "code.coze.com",
          "docs.coze.cn",
          "docs.coze.com",
          "coze.cn",
          "coze.com");
  private static final int HTTPS = 443;

  private HostChecks() {}

  static void check(Case dossier, Call call) {
    Address address = call.endpoint.address();
    Site site = dossier.token.site();
    String proper = call.endpoint.properHost(site);
    String host = address.host();
    String scheme = address.scheme();
    if (host.isEmpty() || scheme.isEmpty()) {
      dossier.fail(
          call,
          "url-incomplete",
          "\""
              + call.endpoint.shownUrl()
              + "\" is not a complete URL; expected one that begins with https://"
              + proper);
    }
    boolean right = host.equals(proper) && address.port() == -1;
    if ((!right || !scheme.equals("https")) && !dossier.policy.isSelfHosted(address.authority())) {
      checkScheme(dossier, call, host, scheme);
      if (!host.equals(proper)) {
        checkHost(dossier, call, host, proper);
      }
      checkPort(dossier, call, address);
    }
    if (address.userInfo()) {
      dossier.fail(call, "url-with-user", "a user name or password stands before the host " + host);
    }
  }

  private static void checkScheme(Case dossier, Call call, String host, String scheme) {
    if (!host.isEmpty() && !scheme.isEmpty() && !scheme.equals("https") && !scheme.equals("wss")) {
      dossier.fail(
          call,
          "url-not-https",
          "the URL begins with "
              + scheme
              + ":// instead of "
              + (scheme.equals("ws") ? "wss" : "https")
              + "://");
    }
  }

  private static void checkHost(Case dossier, Call call, String host, String proper) {
    Site site = dossier.token.site();
    if (host.equals(call.endpoint.properHost(site.other()))) {
      dossier.fail(
          call,
          "host-of-other-site",
          "the token was made on coze." + site.id() + ", the call goes to " + host);
    } else if (CONSOLE.contains(host)) {
      dossier.fail(call, "host-of-console", host + " is the console; the API is at " + proper);
    } else if (API.contains(host)) {
      dossier.fail(
          call, "host-of-other-protocol", "this call belongs to " + proper + ", not to " + host);
    } else if (!host.isEmpty() && call.endpoint.address().resembles(proper)) {
      dossier.fail(call, "host-mistyped", host + " is no API host; did you mean " + proper + "?");
    } else if (!host.isEmpty()) {
      dossier.fail(
          call,
          "host-unknown",
          call.endpoint.address().authority()
              + " is no host of the API, and no self-hosted installation is configured there");
    }
  }

  private static void checkPort(Case dossier, Call call, Address address) {
    if (address.port() != -1 && address.port() != HTTPS && API.contains(address.host())) {
      dossier.fail(
          call,
          "host-with-port",
          address.authority() + " names port " + address.port() + "; the API is at port 443");
    }
  }
}
