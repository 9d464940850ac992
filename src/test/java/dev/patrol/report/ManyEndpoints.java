package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.Flips;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Scope;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The report of a large company: twenty endpoints a token, of which eight fail. */
public final class ManyEndpoints {
  private static final int EACH = 20;
  private static final int OWNERS = 60;
  private static final int WORKSPACES = 200;
  private static final List<Cause> CAUSES =
      List.of(
          Cause.KEY_PERMISSION,
          Cause.KEY_WORKSPACE,
          Cause.URL_PATH,
          Cause.URL_QUERY,
          Cause.HEADER,
          Cause.FIELDS,
          Cause.ESCALATE,
          Cause.RESOURCE);
  private static final Map<Cause, RuleInfo> RULES = LargeSampleRules.byCause();

  private ManyEndpoints() {}

  /** Writes it, and returns its folder. */
  public static Path write(Path reports, int endpoints) {
    List<Judgement> judgements =
        IntStream.range(0, endpoints / EACH).mapToObj(ManyEndpoints::judgement).toList();
    RunSummary summary =
        new RunSummary(
            List.of(),
            List.of(),
            endpoints,
            0,
            Map.of(),
            List.copyOf(RULES.values()),
            Map.of(),
            Flips.NONE,
            List.of());
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("many", "en"), Sample.directory(judgements))) {
      judgements.forEach(writer::add);
      return writer.publish(summary);
    }
  }

  private static Judgement judgement(int i) {
    String id = name("token-%05d", i);
    Token token =
        Token.builder(id, i % 3 == 0 ? TokenKind.PAT : TokenKind.SAT, Sample.PLACE)
            .owner(name("Owner %02d 王", i % OWNERS))
            .ownerEmail(name("owner-%02d@example.com", i % OWNERS))
            .account(name("volcano_%d", 2_100_000_001 + i % 7))
            .environment(i % 2 == 0 ? "production" : "test")
            .expiresAt(Sample.NOW.plus(Duration.ofDays(i % 29 - 3)))
            .permissions(Scope.of(List.of("getMetadata", "listBot", "chat")))
            .workspaces(Scope.of(List.of(workspace(i), workspace(i + 1))))
            .build();
    List<Diagnosis> diagnoses = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int n = i * EACH; n < (i + 1) * EACH; n++) {
      Endpoint endpoint = endpoint(n, i, id);
      int turn = n % EACH;
      if (turn >= CAUSES.size()) {
        diagnoses.add(Sample.passing(endpoint));
        continue;
      }
      Cause cause = CAUSES.get(turn);
      String evidence = name("bot 75022%08d in workspace ", n) + workspace(n) + " was refused";
      diagnoses.add(Sample.failing(endpoint, cause, evidence));
      RuleInfo rule = RULES.get(cause);
      if (rule != null) {
        findings.add(Sample.finding(rule, endpoint, token, evidence));
      }
    }
    TokenState state = i % 29 < 3 ? TokenState.EXPIRED : TokenState.EXPIRING;
    findings.add(
        Sample.finding(
            LargeSampleRules.EXPIRING, Severity.MEDIUM, null, token, "ends", token.expiresAt()));
    return Sample.judgement(token, state, diagnoses, findings);
  }

  private static Endpoint endpoint(int n, int i, String token) {
    return Sample.endpoint(name("endpoint-%06d", n), token)
        .workspace(workspace(i + n % 3))
        .application(name("application-%02d", n % 90))
        .build();
  }

  private static String workspace(int i) {
    return name("75011000000000%05d", i % WORKSPACES);
  }

  private static String name(String format, int number) {
    return String.format(Locale.ROOT, format, number);
  }
}
