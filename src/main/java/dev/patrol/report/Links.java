package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.report.Link.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's pages for a step of the guide. Where no source says where a page is there is no
 * link: the console's pages of service tokens have no known address, coze.com shares only the
 * addresses of personal tokens and OAuth apps, and the documentation is known at www.coze.cn.
 */
final class Links {
  private static final String DOCUMENTATION = "https://www.coze.cn/open/docs/developer_guides/";
  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern ID = Pattern.compile("[0-9]{1,40}");

  private Links() {}

  /**
   * What helps with a step that failed, the console's pages first.
   *
   * @param guide the step or other cause; null for hygiene
   * @param endpoint the endpoint concerned, or null for the token as a whole
   */
  static List<Link> of(@Nullable Cause guide, Token token, @Nullable Endpoint endpoint) {
    List<Link> links = new ArrayList<>();
    if (guide == null) {
      addToken(links, token, endpoint);
      return List.copyOf(links);
    }
    switch (guide) {
      case KEY_OAUTH, KEY_VALIDITY, KEY_PERMISSION -> addToken(links, token, endpoint);
      case KEY_WORKSPACE -> {
        addToken(links, token, endpoint);
        addWorkspace(links, token, endpoint);
      }
      case RESOURCE -> addWorkspace(links, token, endpoint);
      case QUOTA -> links.add(documentation(Page.QUOTAS, "coze_api_overview"));
      default -> {}
    }
    if (guide == Cause.KEY_PERMISSION || needsOperation(guide)) {
      addOperation(links, endpoint);
    }
    if (!guide.isStep()) {
      links.add(documentation(Page.ERROR_CODES, "coze_error_codes"));
    }
    if (guide.isStep() || guide == Cause.ESCALATE) {
      links.add(documentation(Page.GUIDE, "troubleshooting_4100_4101"));
    }
    return List.copyOf(links);
  }

  /** The console's page on which tokens of that kind are managed, or null when it is not known. */
  static @Nullable Link console(TokenKind kind, Site site) {
    String console = "https://" + site.consoleHost() + "/open/oauth/";
    return switch (kind) {
      case PAT -> new Link(Page.PATS, console + "pats");
      case OAUTH -> new Link(Page.OAUTH_APPS, console + "apps");
      case SAT -> null;
    };
  }

  private static void addToken(List<Link> links, Token token, @Nullable Endpoint endpoint) {
    Link console = console(token.kind(), token.site());
    if (console != null && isVendors(endpoint)) {
      links.add(console);
    }
    if (token.kind() == TokenKind.OAUTH && token.site() == Site.CN && isVendors(endpoint)) {
      links.add(new Link(Page.AUTHORIZATIONS, "https://www.coze.cn/open/oauth/authorizations"));
    }
    String slug =
        switch (token.kind()) {
          case PAT -> "pat";
          case SAT -> "service_token";
          case OAUTH -> "oauth_apps";
        };
    links.add(documentation(Page.TOKEN_KIND, slug));
  }

  private static void addWorkspace(List<Link> links, Token token, @Nullable Endpoint endpoint) {
    String workspace = endpoint == null ? null : endpoint.workspace();
    if (workspace != null
        && token.site() == Site.CN
        && isVendors(endpoint)
        && ID.matcher(workspace).matches()) {
      links.add(new Link(Page.WORKSPACE, "https://code.coze.cn/w/" + workspace + "/projects"));
    }
  }

  private static void addOperation(List<Link> links, @Nullable Endpoint endpoint) {
    if (endpoint == null) {
      return;
    }
    Operation operation = endpoint.operation() == null ? endpoint.meant() : endpoint.operation();
    // A user's own catalog may say anything there.
    if (operation != null && SLUG.matcher(operation.doc()).matches()) {
      links.add(documentation(Page.OPERATION, operation.doc()));
    }
  }

  private static boolean needsOperation(Cause guide) {
    return switch (guide) {
      case URL_HOST, URL_PATH, URL_QUERY, HEADER, FIELDS, ESCALATE, RESOURCE -> true;
      default -> false;
    };
  }

  /** An installation of one's own has a console of its own. */
  private static boolean isVendors(@Nullable Endpoint endpoint) {
    if (endpoint == null) {
      return true;
    }
    String host = endpoint.address().host();
    return host.endsWith(".coze.cn") || host.endsWith(".coze.com");
  }

  private static Link documentation(Page page, String slug) {
    return new Link(page, DOCUMENTATION + slug);
  }
}
