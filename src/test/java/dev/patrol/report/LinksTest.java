package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinksTest {
  private static final String DOC = "https://www.coze.cn/open/docs/developer_guides/";

  @ParameterizedTest
  @CsvSource({
    "PAT, CN, https://www.coze.cn/open/oauth/pats",
    "PAT, COM, https://www.coze.com/open/oauth/pats",
    "OAUTH, CN, https://www.coze.cn/open/oauth/apps",
    "OAUTH, COM, https://www.coze.com/open/oauth/apps",
    "SAT, CN,",
    "SAT, COM,",
  })
  void the_console_is_linked_where_its_address_is_known(
      TokenKind kind, Site site, @Nullable String url) {
    Link console = Links.console(kind, site);
    assertThat(console == null ? null : console.url()).isEqualTo(url);
  }

  @Test
  void a_missing_point_leads_to_the_token_the_operation_and_the_guide() {
    assertThat(urls(Cause.KEY_PERMISSION, token(TokenKind.PAT, Site.CN), endpoint("api.coze.cn")))
        .containsExactly(
            "https://www.coze.cn/open/oauth/pats",
            DOC + "pat",
            DOC + "get_metadata_draft_published",
            DOC + "troubleshooting_4100_4101");
  }

  @Test
  void a_workspace_and_authorizations_are_linked_on_the_site_where_they_are_known() {
    Endpoint endpoint = endpoint("api.coze.cn");
    assertThat(urls(Cause.KEY_WORKSPACE, token(TokenKind.OAUTH, Site.CN), endpoint))
        .containsExactly(
            "https://www.coze.cn/open/oauth/apps",
            "https://www.coze.cn/open/oauth/authorizations",
            DOC + "oauth_apps",
            "https://code.coze.cn/w/7400000000000000001/projects",
            DOC + "troubleshooting_4100_4101");
    assertThat(urls(Cause.KEY_WORKSPACE, token(TokenKind.OAUTH, Site.COM), endpoint))
        .containsExactly(
            "https://www.coze.com/open/oauth/apps",
            DOC + "oauth_apps",
            DOC + "troubleshooting_4100_4101");
  }

  @Test
  void an_installation_of_ones_own_has_no_console_here() {
    Token token = token(TokenKind.PAT, Site.CN);
    assertThat(Links.of(Cause.KEY_WORKSPACE, token, endpoint("coze.example.internal")))
        .noneMatch(link -> link.page().isConsole());
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void every_cause_but_none_leads_somewhere(Cause cause) {
    List<Link> links = Links.of(cause, token(TokenKind.SAT, Site.COM), endpoint("api.coze.com"));
    assertThat(links).isNotEmpty().doesNotHaveDuplicates();
    assertThat(links).allMatch(link -> !link.page().isConsole());
    assertThat(urls(Cause.QUOTA, token(TokenKind.SAT, Site.CN), null))
        .containsExactly(DOC + "coze_api_overview", DOC + "coze_error_codes");
  }

  @Test
  void what_was_meant_is_documented_and_hostile_slugs_are_not_linked() {
    Catalog catalog = Catalog.standard();
    Endpoint wrong =
        Endpoint.builder("e", "t", "GET", "https://api.coze.cn/v1/bot", Sample.PLACE)
            .meant(catalog.operation("bot-list").orElseThrow())
            .build();
    assertThat(urls(Cause.URL_PATH, token(TokenKind.PAT, Site.CN), wrong))
        .containsExactly(DOC + "bots_list_draft_published", DOC + "troubleshooting_4100_4101");
    assertThat(catalog.operations())
        .extracting(operation -> operation.doc())
        .allMatch(doc -> doc.isEmpty() || doc.matches("[a-z0-9_]+"));
  }

  private static List<String> urls(Cause cause, Token token, @Nullable Endpoint endpoint) {
    return Links.of(cause, token, endpoint).stream().map(Link::url).toList();
  }

  private static Token token(TokenKind kind, Site site) {
    return Token.builder("t", kind, Sample.PLACE).site(site).build();
  }

  private static Endpoint endpoint(String host) {
    return Endpoint.builder(
            "e", "t", "GET", "https://" + host + "/v1/bots/7500000000000000001", Sample.PLACE)
        .workspace("7400000000000000001")
        .operation(Catalog.standard().operation("bot-get").orElseThrow())
        .build();
  }
}
