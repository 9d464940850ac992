package dev.patrol.audit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.Unpacked;
import dev.patrol.catalog.Catalog;
import dev.patrol.model.Cause;
import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The blind trial: thousands of made-up tokens with known faults, audited over real HTTP, and the
 * causes compared with what the guide's order makes of the true state.
 *
 * <p>Each seed makes one token, its workspaces and one to nine endpoints, and injects none to three
 * faults into the token and its calls. Some cells are left empty, some declarations are untrue. The
 * {@link Oracle} knows nothing of the rules; its documentation says what counts as right. To try
 * one seed alone: {@code -Dpatrol.trial.seeds=4711}.
 */
class BlindTrialTest {
  private static final int PIECE = 12;

  private static Trial trial;
  private static List<Reported> rows;
  private static Comparison comparison;

  @BeforeAll
  static void audit(@TempDir Path folder, TestReporter reporter) throws IOException {
    trial = Trial.of(Seeds.all().mapToObj(Generator::token).toList(), folder);
    rows = Reported.read(trial.first().report().resolve("endpoints.csv"));
    comparison = new Comparison(rows, trial.asked());
    trial.tokens().forEach(comparison::add);
    reporter.publishEntry(
        Map.of(
            "tokens", Integer.toString(trial.tokens().size()),
            "endpoints", Integer.toString(rows.size()),
            "requests", Long.toString(trial.first().requests()),
            "truths", comparison.truths().toString(),
            "faults", comparison.faults().toString()));
  }

  @Test
  void every_endpoint_gets_its_cause() {
    assertThat(comparison.mismatches())
        .as("%d tokens are judged wrongly", comparison.mismatches().size())
        .isEmpty();
  }

  @Test
  void every_endpoint_is_reported_exactly_once() throws IOException {
    assertThat(Reported.rows(trial.first().report().resolve("inventory-issues.csv"))).isEmpty();
    assertThat(rows.stream().map(Reported::endpoint))
        .containsExactlyElementsOf(
            trial.tokens().stream().flatMap(token -> token.calls.stream()).map(c -> c.id).toList());
  }

  @Test
  void every_cause_and_every_fault_occurs() {
    if (Seeds.areMany()) {
      assertThat(comparison.truths()).containsOnlyKeys(Cause.values());
      assertThat(comparison.faults().keySet())
          .containsAll(names(TokenFault.values()))
          .containsAll(names(CallFault.values()));
    }
  }

  @Test
  void healthy_worlds_raise_no_alarm() throws IOException {
    Set<String> healthy =
        trial.tokens().stream()
            .filter(TrialToken::isHealthy)
            .map(token -> token.id)
            .collect(Collectors.toSet());
    assertThat(rows.stream().filter(row -> healthy.contains(row.token())))
        .allMatch(row -> row.cause() == Cause.NONE || row.cause() == Cause.SERVICE);
    List<CSVRecord> findings = Reported.rows(trial.first().report().resolve("findings.csv"));
    assertThat(findings.stream().filter(row -> healthy.contains(row.get("token"))))
        .noneMatch(row -> Set.of("critical", "high").contains(row.get("severity")));
  }

  @Test
  void only_harmless_documented_calls_are_sent_and_only_to_the_own_site() {
    Map<String, String> hosts =
        trial.tokens().stream()
            .collect(Collectors.toMap(token -> token.id, token -> token.site.apiHost()));
    Map<String, SideEffect> effects =
        Catalog.standard().operations().stream()
            .collect(Collectors.toMap(Operation::id, Operation::sideEffect));
    assertThat(trial.asked())
        .allMatch(call -> effects.get(call.operation()) == SideEffect.NONE)
        .allMatch(call -> call.token() != null && call.host().equals(hosts.get(call.token())));
    assertThat(trial.asked()).hasSize((int) trial.first().requests());
    assertThat(trial.askedInAll()).isEqualTo(trial.first().requests() + trial.second().requests());
  }

  @Test
  void no_piece_of_a_token_is_written_logged_or_printed() throws IOException {
    Set<String> secrets = new HashSet<>();
    trial.tokens().forEach(token -> pieces(token.core()).forEach(secrets::add));
    assertThat(leaks(trial.said(), secrets)).as("log and output").isEmpty();
    for (Map.Entry<String, Path> file : Trial.files(trial.first()).entrySet()) {
      String text = Unpacked.text(file.getValue());
      assertThat(leaks(file.getKey() + "\n" + text, secrets)).as(file.getKey()).isEmpty();
    }
  }

  @Test
  void the_same_inputs_give_the_same_bytes() throws IOException {
    Map<String, Path> first = Trial.files(trial.first());
    Map<String, Path> second = Trial.files(trial.second());
    assertThat(second.keySet()).isEqualTo(first.keySet());
    for (Map.Entry<String, Path> file : first.entrySet()) {
      assertThat(Files.mismatch(file.getValue(), second.get(file.getKey())))
          .as("first difference in %s", file.getKey())
          .isEqualTo(-1);
    }
  }

  private static List<String> leaks(String text, Set<String> secrets) {
    Matcher runs = Pattern.compile("[A-Z2-9]{" + PIECE + ",}").matcher(text);
    return runs.results()
        .flatMap(run -> pieces(run.group()))
        .filter(secrets::contains)
        .distinct()
        .toList();
  }

  private static Stream<String> pieces(String text) {
    return Stream.iterate(0, i -> i + PIECE <= text.length(), i -> i + 1)
        .map(i -> text.substring(i, i + PIECE));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
