package dev.patrol.history;

import static dev.patrol.history.Made.about;
import static dev.patrol.history.Made.accepted;
import static dev.patrol.history.Made.diagnosis;
import static dev.patrol.history.Made.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Whatever happens night after night, findings have the status that a simple model gives them. */
class CoursePropertyTest {
  private static int inventories;
  private static @Nullable Path folder;
  private static @Nullable Store embedded;
  private static @Nullable Store server;

  /** What can become of a token and its one finding in a night. */
  enum Fate {
    PRESENT,
    ABSENT,
    UNANSWERED,
    GONE,
    REFUSED
  }

  /** A night; when it crashes, nothing of it is committed. */
  record Night(Fate live, Fate declared, boolean crashes) {}

  @Provide
  Arbitrary<List<Night>> nights() {
    return Combinators.combine(
            Arbitraries.of(Fate.class),
            Arbitraries.of(Fate.class),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, false), net.jqwik.api.Tuple.of(1, true)))
        .as(Night::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(10);
  }

  @Property(tries = 60)
  void on_h2(@ForAll("nights") List<Night> nights) throws IOException {
    if (embedded == null) {
      folder = Files.createTempDirectory("patrol-history");
      embedded = Store.open(StoreLocation.embedded(folder));
    }
    check(embedded, nights);
  }

  @Property(tries = 30)
  void on_postgres(@ForAll("nights") List<Night> nights) {
    if (server == null) {
      server = Store.open(Postgres.newDatabase());
    }
    check(server, nights);
  }

  @AfterContainer
  static void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
    if (server != null) {
      server.close();
    }
    if (folder != null) {
      Files.deleteIfExists(folder.resolve(".patrol/store.mv.db"));
      Files.deleteIfExists(folder.resolve(".patrol"));
      Files.deleteIfExists(folder);
    }
  }

  private static void check(Store store, List<Night> nights) {
    String inventory = "inventory-" + inventories++;
    Map<String, FindingStatus> known = new HashMap<>();
    for (int i = 0; i < nights.size(); i++) {
      Night night = nights.get(i);
      Map<String, FindingStatus> after = new HashMap<>(known);
      Set<String> expected = new HashSet<>();
      expect("live", night.live(), after, expected);
      expect("declared", night.declared(), after, expected);
      assertThat(run(store, inventory, i, night))
          .as("night %d of %s", i, nights)
          .isEqualTo(expected);
      known = night.crashes() ? known : after;
    }
  }

  /** The model: what is known of a finding, and what a fate makes of it. */
  private static void expect(
      String token, Fate fate, Map<String, FindingStatus> known, Set<String> expected) {
    FindingStatus before = known.get(token);
    boolean open = before != null && before != FindingStatus.FIXED;
    FindingStatus now =
        switch (fate) {
          case PRESENT ->
              before == null
                  ? FindingStatus.NEW
                  : open ? FindingStatus.OPEN : FindingStatus.REOPENED;
          case ABSENT, GONE -> open ? FindingStatus.FIXED : null;
          case UNANSWERED -> open && token.equals("declared") ? FindingStatus.FIXED : null;
          case REFUSED -> null;
        };
    if (now != null) {
      known.put(token, now);
      expected.add(token + " " + now.id());
    }
  }

  private static Set<String> run(Store store, String inventory, int number, Night night) {
    try (Chronicle chronicle =
        store.begin(Made.header(inventory, "run-" + number, Made.night(number)), List.of())) {
      List<Judgement> judgements = new ArrayList<>();
      Set<String> refused = new HashSet<>();
      Map.of("live", night.live(), "declared", night.declared())
          .forEach(
              (token, fate) -> {
                if (fate == Fate.REFUSED) {
                  refused.add(token);
                } else if (fate != Fate.GONE) {
                  judgements.add(judgement(token, fate));
                }
              });
      chronicle.keep(refused);
      List<Finding> findings = new ArrayList<>();
      chronicle.compare(judgements).forEach(each -> findings.addAll(each.findings()));
      findings.addAll(chronicle.compareAcross(List.of(), Set.of(), Set.of()));
      if (!night.crashes()) {
        chronicle.commit(Made.TOTALS, Made.night(number));
      }
      Set<String> words = new HashSet<>();
      findings.forEach(each -> words.add(each.token() + " " + each.status().id()));
      assertThat(words).hasSameSizeAs(findings);
      return words;
    }
  }

  private static Judgement judgement(String token, Fate fate) {
    String endpoint = "e-" + token;
    boolean silent = fate == Fate.UNANSWERED;
    Answer answer = silent ? failed(token, endpoint) : accepted(token, endpoint);
    Answer basis = token.equals("live") ? answer : null;
    return Made.judgement(
        token,
        TokenState.VALID,
        accepted(token, null),
        List.of(
            diagnosis(
                token,
                endpoint,
                silent ? Verdict.UNKNOWN : Verdict.PASS,
                silent ? Cause.SERVICE : Cause.NONE,
                answer)),
        fate == Fate.PRESENT ? List.of(about("r1", token, endpoint, basis)) : List.of());
  }
}
