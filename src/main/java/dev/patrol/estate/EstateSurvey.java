package dev.patrol.estate;

import dev.patrol.model.Estate;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.SharedSecret;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sees every dossier once and keeps only what the last round of rules needs. For one thread. */
public final class EstateSurvey {
  private final Map<String, List<Token>> byFingerprint = new LinkedHashMap<>();
  private final Uses uses;

  /** A survey that collects everything, for few dossiers. */
  public EstateSurvey() {
    this(type -> true);
  }

  /**
   * A survey that has seen nothing yet.
   *
   * @param wanted whether some rule asks for facts of a type; what none asks for is not collected
   */
  public EstateSurvey(Predicate<Class<?>> wanted) {
    uses = new Uses(wanted);
  }

  /**
   * Takes the next dossier, in the inventory's order.
   *
   * @param fingerprint by which equal secrets are told, or null when there is none
   */
  public void add(Probed probed, @Nullable String fingerprint) {
    if (fingerprint != null) {
      byFingerprint
          .computeIfAbsent(fingerprint, key -> new ArrayList<>(1))
          .add(probed.dossier().token());
    }
  }

  /** Takes what was made of a dossier, in the inventory's order. */
  public void add(Judgement judgement) {
    uses.add(judgement);
  }

  /**
   * The estate, after all dossiers.
   *
   * @param tokens all tokens of the inventory
   * @param workspaces all its workspaces
   */
  public Estate estate(Collection<Token> tokens, List<Workspace> workspaces, Policy policy) {
    return new Estate(
        workspaces,
        Holdings.of(tokens, workspaces, policy),
        shared(),
        uses.tokens(),
        uses.applications(),
        uses.workspaces(workspaces));
  }

  /**
   * The estate, with what tokens are used for after they were judged.
   *
   * @param judgements all judgements, in the inventory's order
   */
  public static Estate withUses(Estate estate, List<Judgement> judgements) {
    Uses uses = new Uses(type -> true);
    judgements.forEach(uses::add);
    return new Estate(
        estate.workspaces(),
        estate.holdings(),
        estate.sharedSecrets(),
        uses.tokens(),
        uses.applications(),
        uses.workspaces(estate.workspaces()));
  }

  /** Secrets under several token ids, in the inventory's order. */
  private List<SharedSecret> shared() {
    return byFingerprint.values().stream()
        .filter(tokens -> tokens.size() > 1)
        .map(SharedSecret::new)
        .toList();
  }
}
