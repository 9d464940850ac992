package dev.patrol.estate;

import dev.patrol.model.Application;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Judgement;
import dev.patrol.model.TokenUse;
import dev.patrol.model.Verdict;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects what tokens are used for, by token, application and workspace. Large estates have many
 * of them, so each sort is kept only where some rule wants it.
 */
final class Uses {
  private final boolean byToken;
  private final boolean byApplication;
  private final boolean byWorkspace;
  private final List<TokenUse> tokens = new ArrayList<>();
  private final Map<String, Group> applications = new TreeMap<>();
  private final Map<String, Group> workspaces = new TreeMap<>();

  /** What was seen of one application or workspace so far. */
  private static final class Group {
    private final List<TokenUse> tokens = new ArrayList<>(1);
    private final SortedSet<String> others = new TreeSet<>();
    private int endpoints;
    private int failing;

    /** Dossiers come one after the other, so a token known already is the last one. */
    void add(TokenUse token, @Nullable String other, boolean fails) {
      if (tokens.isEmpty() || !tokens.get(tokens.size() - 1).id().equals(token.id())) {
        tokens.add(token);
      }
      if (other != null) {
        others.add(other);
      }
      endpoints++;
      failing += fails ? 1 : 0;
    }

    List<TokenUse> sortedTokens() {
      return tokens.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }
  }

  Uses(Predicate<Class<?>> wanted) {
    byToken = wanted.test(TokenUse.class);
    byApplication = wanted.test(Application.class);
    byWorkspace = wanted.test(WorkspaceUse.class);
  }

  void add(Judgement judgement) {
    if (!byToken && !byApplication && !byWorkspace) {
      return;
    }
    TokenUse use =
        new TokenUse(
            judgement.token(),
            judgement.state(),
            distinct(judgement, diagnosis -> diagnosis.endpoint().application()),
            distinct(judgement, diagnosis -> diagnosis.endpoint().workspace()),
            judgement.diagnoses().size(),
            (int) judgement.diagnoses().stream().filter(Uses::fails).count());
    if (byToken) {
      tokens.add(use);
    }
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      String application = diagnosis.endpoint().application();
      String workspace = diagnosis.endpoint().workspace();
      if (byApplication && application != null) {
        group(applications, application).add(use, workspace, fails(diagnosis));
      }
      if (byWorkspace && workspace != null) {
        group(workspaces, workspace).add(use, application, fails(diagnosis));
      }
    }
  }

  private static Group group(Map<String, Group> groups, String name) {
    return groups.computeIfAbsent(name, fresh -> new Group());
  }

  private static boolean fails(Diagnosis diagnosis) {
    return diagnosis.verdict() == Verdict.FAIL;
  }

  private static List<String> distinct(
      Judgement judgement, Function<Diagnosis, @Nullable String> of) {
    return judgement.diagnoses().stream()
        .map(of)
        .filter(name -> name != null)
        .distinct()
        .sorted()
        .toList();
  }

  /** In the inventory's order. */
  List<TokenUse> tokens() {
    return tokens;
  }

  /** Sorted by name. */
  List<Application> applications() {
    return applications.entrySet().stream()
        .map(
            entry -> {
              Group group = entry.getValue();
              return new Application(
                  entry.getKey(),
                  group.sortedTokens(),
                  List.copyOf(group.others),
                  group.endpoints,
                  group.failing);
            })
        .toList();
  }

  /** Sorted by id. */
  List<WorkspaceUse> workspaces(Collection<Workspace> known) {
    Map<String, Workspace> byId =
        known.stream().collect(Collectors.toMap(Workspace::id, each -> each, (a, b) -> a));
    return workspaces.entrySet().stream()
        .map(
            entry -> {
              Group group = entry.getValue();
              return new WorkspaceUse(
                  entry.getKey(),
                  byId.get(entry.getKey()),
                  group.sortedTokens(),
                  List.copyOf(group.others),
                  group.endpoints,
                  group.failing);
            })
        .toList();
  }
}
