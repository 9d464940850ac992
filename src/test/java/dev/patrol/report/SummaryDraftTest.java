package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import dev.patrol.report.view.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SummaryDraftTest {

  @Test
  void the_most_urgent_stands_first_and_ends_are_in_order() throws IOException {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Token token =
          Sample.token("t" + i).expiresAt(Sample.NOW.plus(Duration.ofHours(30 - i))).build();
      Severity severity = i == 24 ? Severity.CRITICAL : Severity.HIGH;
      Finding finding =
          Sample.finding(Sample.PERMISSION, severity, null, token, "e", token.expiresAt());
      judgements.add(judgement(token, finding));
    }
    String text = written("en", judgements);
    assertThat(text)
        .contains(
            "**25 findings are open, 25 of them critical or high; 0 API calls fail, 25 tokens")
        .contains("- critical: 1 new\n- high: 24 new\n")
        .contains("1. **A point is missing** (critical, by 2026-11-22 (today))\n   - Token `t24`\n")
        .contains("\n10. **")
        .doesNotContain("\n11. **")
        .contains("... and 15 more in the report")
        .contains("... and 5 more in the report")
        .contains("Who: `Li Wei ‹li.wei@example.com›`");
    assertThat(text.indexOf("`t24` ends")).isLessThan(text.indexOf("`t23` ends"));
  }

  @Test
  void nothing_to_do_is_said_in_both_languages() throws IOException {
    assertThat(written("en", List.of()))
        .contains("**Nothing needs to be done: no finding is open.**");
    assertThat(written("zh", List.of())).contains("**无需处理：没有待处理的发现。**");
  }

  @Test
  void waived_and_fixed_findings_are_counted_and_not_to_be_done() throws IOException {
    Token token = Sample.token("t").expiresAt(null).build();
    Finding finding = Sample.finding(Sample.PERMISSION, null, token, "e");
    String text =
        written(
            "en",
            List.of(
                judgement(
                    token,
                    finding.waivedBy(Sample.waiver(Sample.PERMISSION, "t")),
                    finding.as(FindingStatus.FIXED, Sample.NOW))));
    assertThat(text).contains("- high: 1 fixed, 1 waived").doesNotContain("What to do first");
  }

  @Test
  void it_stays_small_whatever_the_names() throws IOException {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String long1 = "鎌".repeat(5_000) + i;
      Token token =
          Sample.token(long1)
              .owner(long1)
              .expiresAt(Sample.NOW.plus(Duration.ofHours(1 + i)))
              .build();
      RuleInfo rule = new RuleInfo("r" + i, Severity.HIGH, null, long1, long1, "x.drl", 1);
      judgements.add(judgement(token, Sample.finding(rule, null, token, long1)));
    }
    assertThat(written("zh", judgements).getBytes(UTF_8).length).isBetween(5_000, 20_000);
  }

  @Property(tries = 300)
  void no_text_gets_out_of_its_place(@ForAll String any) {
    String value = Markdown.value(SafeText.name(any));
    if (!value.isEmpty()) {
      assertThat(value).startsWith("`").endsWith("`").doesNotContain("\n", "<", ">");
      assertThat(value.substring(1, value.length() - 1)).doesNotContain("`");
    }
    assertThat(Markdown.sentence(SafeText.of(any))).doesNotContain("\n", "<", ">");
  }

  @Test
  void a_sentence_makes_no_mention_table_or_markup() {
    assertThat(Markdown.sentence("[a](http://x) **b** | @all <at id=all> ![i](y) www.evil.example"))
        .isEqualTo(
            "\\[a\\](http://x) \\*\\*b\\*\\* \\| @\u2060all ‹at id=all› !\\[i\\](y)"
                + " www.evil.example");
    assertThat(Markdown.value("`@all` https://x [a](b) <!channel>"))
        .isEqualTo("`'@all' https://x [a](b) ‹!channel›`");
  }

  @Test
  void hostile_values_do_no_harm() throws IOException {
    String text = written("en", HostileSample.judgements(HostileSample.IDS));
    assertThat(text).doesNotContain("<", ">", HostileSample.SECRET, HostileSample.ODD_SECRET);
    assertThat(text.getBytes(UTF_8).length).isLessThan(20_000);
  }

  private static Judgement judgement(Token token, Finding... findings) {
    return Sample.judgement(token, TokenState.EXPIRING, List.of(), List.of(findings));
  }

  private static String written(String lang, List<Judgement> judgements) throws IOException {
    RunInfo run = Sample.run("2026-11-22", lang);
    SummaryDraft draft = new SummaryDraft(run, new RunCalendar(run));
    Tally tally = new Tally();
    for (Judgement judgement : judgements) {
      draft.add(judgement);
      tally.add(judgement);
    }
    StringWriter out = new StringWriter();
    draft.write(out, Sample.summary(), tally.totals(), new FileTexts(lang), new Texts(lang));
    return out.toString();
  }
}
