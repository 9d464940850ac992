package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.Flips;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Judgement;
import dev.patrol.model.Meaning;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An inventory written by somebody who wishes the reader ill. */
final class HostileSample {
  static final String SECRET = "pat_TESTONLY000000000001";
  static final String ODD_SECRET = "TESTONLYnoKnownShape42";
  static final List<String> IDS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "=cmd|' /C calc'!A0",
          "../../x",
          "..",
          "CON",
          "a",
          "A",
          "right\u202Eto\u200Fleft",
          "＋1+1",
          "\t@SUM(1)",
          "n".repeat(10_000),
          SECRET);

  /** Those that a person can read in a recorded report. */
  static final List<String> SHORT_IDS = IDS.stream().filter(id -> id.length() < 100).toList();

  private HostileSample() {}

  static List<Judgement> judgements(List<String> ids) {
    List<Judgement> judgements = new ArrayList<>();
    for (String id : ids) {
      judgements.add(judgement(id));
    }
    return judgements;
  }

  static RunSummary summary() {
    return new RunSummary(
        List.of(
            new InventoryIssue("tokens.csv", 3, "secret", SECRET, "expected a reference"),
            new InventoryIssue("tokens.csv", 4, "<b>", "-1+1", "</script><script>alert(1)")),
        List.of(),
        1,
        0,
        Map.of("=1+1", 1L, "<i>", 2L),
        List.of(rule("<u>")),
        Map.of(),
        Flips.NONE,
        List.of("<script>alert(1)</script> " + SECRET));
  }

  private static Judgement judgement(String id) {
    Token token =
        Sample.token(id)
            .owner(id)
            .ownerEmail("javascript:alert(1)//" + id)
            .attributes(Map.of("note", SECRET, id, id, "db_password", ODD_SECRET))
            .build();
    Endpoint endpoint =
        Sample.endpoint(id, id)
            .application(id)
            .workspace(id)
            .authorization("Bearer " + (id.equals(SECRET) ? SECRET : ODD_SECRET))
            .body("{\"note\":\"" + SECRET + "\",\"a\":[{\"password\":\"" + ODD_SECRET + "\"}]}")
            .contentType("text/plain; token=" + ODD_SECRET)
            .attributes(
                Map.of(
                    "note",
                    SECRET,
                    "Client Secret",
                    ODD_SECRET,
                    "hook",
                    "https://u:" + ODD_SECRET + "@h/"))
            .build();
    Endpoint leaky =
        Endpoint.builder(
                id + "2",
                id,
                "GET",
                "https://u:" + ODD_SECRET + "@api.coze.cn/v1?a=" + SECRET + "&token=" + ODD_SECRET,
                Sample.PLACE)
            .build();
    Finding finding =
        Sample.finding(rule(id), Severity.HIGH, endpoint, token, id + " and " + SECRET, Sample.NOW);
    Finding quoted =
        new Finding(
            rule(id),
            Severity.LOW,
            finding.status(),
            id,
            id,
            id,
            id,
            id,
            id,
            null,
            Sample.answer(id, id, Meaning.AUTH_REFUSED, 401, "-5", "=msg " + SECRET),
            id,
            null);
    return Sample.judgement(
        token,
        TokenState.INVALID,
        List.of(Sample.failing(endpoint, Cause.ESCALATE, ""), Sample.passing(leaky)),
        List.of(finding, quoted));
  }

  private static RuleInfo rule(String text) {
    return new RuleInfo("hostile", Severity.HIGH, Cause.ESCALATE, text, text, "x.drl", 1);
  }
}
