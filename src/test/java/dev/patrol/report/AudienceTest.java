package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AudienceTest {
  /** A workspace of Wang Fang's; see {@link Sample#directory}. */
  private static final String HERS = "7400000000000000002";

  private static final Token TOKEN = Sample.token("crm").build();
  private static final Endpoint OWN = Sample.endpoint("own", "crm").build();
  private static final Endpoint AT_HERS = Sample.endpoint("hers", "crm").workspace(HERS).build();
  private static final Finding ABOUT_OWN = Sample.finding(Sample.HEADER, OWN, TOKEN, "x");
  private static final Finding ABOUT_HERS = Sample.finding(Sample.PERMISSION, AT_HERS, TOKEN, "x");
  private static final Finding ABOUT_TOKEN = Sample.finding(Sample.EXPIRED, null, TOKEN, "x");

  private static Judgement judgement(Token token, Cause atHers) {
    return Sample.judgement(
        token,
        TokenState.VALID,
        List.of(Sample.failing(OWN, Cause.HEADER, "x"), Sample.failing(AT_HERS, atHers, "x")),
        List.of(ABOUT_OWN, ABOUT_HERS, ABOUT_TOKEN));
  }

  private static Audience audience(Directory directory, Judgement judgement) {
    return new Audience(directory, judgement);
  }

  private static int position(Directory directory, String name) {
    return directory.position(name, null);
  }

  private static List<String> ids(Judgement judgement) {
    return judgement.diagnoses().stream().map(Diagnosis::endpoint).map(Endpoint::id).toList();
  }

  @Test
  void the_token_s_owner_sees_all_and_a_workspace_s_owner_what_happens_there() {
    Judgement judgement = judgement(TOKEN, Cause.KEY_PERMISSION);
    Directory directory = Sample.directory(List.of(judgement));
    Audience audience = audience(directory, judgement);
    int holder = position(directory, "Li Wei");
    int host = position(directory, "王芳");
    assertThat(audience.owners()).containsExactly(holder, host);
    assertThat(audience.slice(holder)).isEqualTo(judgement);
    assertThat(ids(audience.slice(host))).containsExactly("hers");
    assertThat(audience.slice(host).findings()).containsExactly(ABOUT_HERS);
    assertThat(audience.owners(ABOUT_OWN)).containsExactly(holder);
    assertThat(audience.owners(ABOUT_HERS)).containsExactly(holder, host);
  }

  @Test
  void what_is_wrong_with_the_whole_token_is_told_where_it_makes_calls_fail() {
    Judgement expired = judgement(TOKEN, Cause.KEY_VALIDITY);
    Directory directory = Sample.directory(List.of(expired));
    assertThat(audience(directory, expired).owners(ABOUT_TOKEN))
        .containsExactly(position(directory, "Li Wei"), position(directory, "王芳"));
    Judgement other = judgement(TOKEN, Cause.KEY_PERMISSION);
    assertThat(audience(directory, other).owners(ABOUT_TOKEN))
        .containsExactly(position(directory, "Li Wei"));
  }

  @Test
  void a_token_without_owner_stands_on_the_page_of_what_nobody_owns() {
    Token nobodys = Sample.token("crm").owner(null).ownerEmail(null).build();
    Judgement judgement = judgement(nobodys, Cause.KEY_PERMISSION);
    Directory directory = Sample.directory(List.of(judgement));
    assertThat(audience(directory, judgement).owners())
        .containsExactly(directory.unowned(), position(directory, "王芳"));
  }

  @Test
  void a_finding_that_spans_tokens_concerns_who_should_act_and_the_workspace_s_owner() {
    Directory directory = Sample.directory(List.of(judgement(TOKEN, Cause.HEADER)));
    int holder = position(directory, "Li Wei");
    int host = position(directory, "王芳");
    assertThat(Audience.owners(directory, across("Li Wei", HERS))).containsExactly(holder, host);
    assertThat(Audience.owners(directory, across("王芳", HERS))).containsExactly(host);
    assertThat(Audience.owners(directory, across("Li Wei", null))).containsExactly(holder);
    assertThat(Audience.owners(directory, across("somebody else", null))).isEmpty();
  }

  private static Finding across(String owner, @Nullable String workspace) {
    return new Finding(
        Sample.UNUSED,
        Sample.UNUSED.severity(),
        FindingStatus.NEW,
        null,
        null,
        workspace,
        owner,
        null,
        "x",
        null,
        null,
        "holder",
        null);
  }
}
