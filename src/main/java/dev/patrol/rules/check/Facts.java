package dev.patrol.rules.check;

import dev.patrol.model.AccountEdition;
import dev.patrol.model.Answer;
import dev.patrol.model.Application;
import dev.patrol.model.Audit;
import dev.patrol.model.Call;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Estate;
import dev.patrol.model.Failed;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.HandedOver;
import dev.patrol.model.History;
import dev.patrol.model.Holding;
import dev.patrol.model.KeyAccepted;
import dev.patrol.model.KeyRefused;
import dev.patrol.model.Needs;
import dev.patrol.model.PointAccepted;
import dev.patrol.model.PointRefused;
import dev.patrol.model.Policy;
import dev.patrol.model.SecretPrefix;
import dev.patrol.model.SharedSecret;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenUse;
import dev.patrol.model.WaiverUse;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceAccepted;
import dev.patrol.model.WorkspaceRefused;
import dev.patrol.model.WorkspaceUse;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The model as rules see it: its types, and which facts are known in which round. */
final class Facts {
  /** Rounds of the rules; a session holds the facts of one. */
  enum Round {
    DOSSIER("a token with its endpoints"),
    LAST("the inventory as a whole"),
    WAIVERS("waivers");

    private final String about;

    Round(String about) {
      this.about = about;
    }

    String about() {
      return about;
    }
  }

  private static final Set<Class<?>> DOSSIER =
      Set.of(
          Token.class,
          Endpoint.class,
          Answer.class,
          Call.class,
          Needs.class,
          Workspace.class,
          AccountEdition.class,
          ForeignHeader.class,
          History.class,
          SecretPrefix.class,
          KeyAccepted.class,
          KeyRefused.class,
          PointAccepted.class,
          PointRefused.class,
          WorkspaceAccepted.class,
          WorkspaceRefused.class,
          HandedOver.class,
          Failed.class);
  private static final Set<Class<?>> LAST =
      Set.of(
          Estate.class,
          Workspace.class,
          Holding.class,
          SharedSecret.class,
          TokenUse.class,
          Application.class,
          WorkspaceUse.class);
  private static final Set<Class<?>> WAIVERS = Set.of(WaiverUse.class);
  private static final Set<Class<?>> ALWAYS = Set.of(Today.class, Policy.class);
  private static final Map<String, Class<?>> MODEL = model();

  private Facts() {}

  /** The rounds in which there are facts of a type; none when it is never a fact by itself. */
  static Set<Round> rounds(Class<?> type) {
    Set<Round> rounds = new LinkedHashSet<>();
    if (ALWAYS.contains(type) || DOSSIER.contains(type)) {
      rounds.add(Round.DOSSIER);
    }
    if (ALWAYS.contains(type) || LAST.contains(type)) {
      rounds.add(Round.LAST);
    }
    if (ALWAYS.contains(type) || WAIVERS.contains(type)) {
      rounds.add(Round.WAIVERS);
    }
    return rounds;
  }

  /** A type of the model by its simple name. */
  static Optional<Class<?>> named(String simpleName) {
    return Optional.ofNullable(MODEL.get(simpleName));
  }

  /** The constant of an enum of the model, in full, when one is named like that. */
  static Optional<String> constant(String name) {
    return MODEL.values().stream()
        .map(FactType::of)
        .filter(type -> type.constants().contains(name))
        .map(type -> type.name() + "." + name)
        .findFirst();
  }

  /** The model's types by simple name: the facts, and what they are made of. */
  static Map<String, Class<?>> types() {
    return MODEL;
  }

  private static Map<String, Class<?>> model() {
    Map<String, Class<?>> found = new TreeMap<>();
    ALWAYS.forEach(type -> collect(type, found));
    DOSSIER.forEach(type -> collect(type, found));
    LAST.forEach(type -> collect(type, found));
    WAIVERS.forEach(type -> collect(type, found));
    collect(Audit.class, found);
    return found;
  }

  private static void collect(Type type, Map<String, Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, found);
      }
    }
    if (!(type instanceof Class<?> raw)
        || raw.getEnclosingClass() != null
        || !raw.getPackageName().equals(Token.class.getPackageName())
        || found.putIfAbsent(raw.getSimpleName(), raw) != null) {
      return;
    }
    for (Method method : raw.getMethods()) {
      collect(method.getGenericReturnType(), found);
      for (Type parameter : method.getGenericParameterTypes()) {
        collect(parameter, found);
      }
    }
  }
}
