package dev.patrol.estate;

import dev.patrol.model.Holding;
import dev.patrol.model.Policy;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Workspace;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many tokens of a kind each owner and each account holds. Revoked ones do not count.
 */
final class Holdings {
  private static final String PERSONAL = "personal";
  private static final String ENTERPRISE = "enterprise";

  /** Who holds tokens of a kind, under which sort of edition. */
  private record Holder(String per, String name, TokenKind kind, String edition) {}

  private static final Comparator<Holder> ORDER =
      Comparator.comparing(Holder::per)
          .thenComparing(Holder::name)
          .thenComparing(Holder::kind)
          .thenComparing(Holder::edition);

  private final Map<String, String> editionByAccount = new HashMap<>();
  private final Map<String, String> editionByWorkspace = new HashMap<>();

  private Holdings(Collection<Workspace> workspaces) {
    for (Workspace workspace : workspaces) {
      if (workspace.edition() != null) {
        String edition = workspace.edition().isPersonal() ? PERSONAL : ENTERPRISE;
        editionByWorkspace.put(workspace.id(), edition);
        if (workspace.account() != null) {
          editionByAccount.merge(
              workspace.account(), edition, (a, b) -> a.equals(b) ? a : ENTERPRISE);
        }
      }
    }
  }

  /** The holdings of all tokens, sorted by holder; limits are the policy's. */
  static List<Holding> of(
      Collection<Token> tokens, Collection<Workspace> workspaces, Policy policy) {
    Holdings editions = new Holdings(workspaces);
    Map<Holder, Integer> counts = new TreeMap<>(ORDER);
    Map<String, String> mails = new HashMap<>();
    for (Token token : tokens) {
      if (token.status() != TokenStatus.REVOKED) {
        String edition = editions.editionOf(token);
        count(counts, "owner", token.owner(), token.kind(), edition);
        count(counts, "account", token.account(), token.kind(), edition);
      }
      if (token.owner() != null && token.ownerEmail() != null) {
        mails.putIfAbsent(token.owner(), token.ownerEmail());
      }
    }
    return counts.entrySet().stream()
        .map(entry -> holding(entry.getKey(), entry.getValue(), mails, policy))
        .toList();
  }

  private static void count(
      Map<Holder, Integer> counts,
      String per,
      @Nullable String name,
      TokenKind kind,
      String edition) {
    if (name != null) {
      counts.merge(new Holder(per, name, kind, edition), 1, Integer::sum);
    }
  }

  private static Holding holding(
      Holder holder, int count, Map<String, String> mails, Policy policy) {
    // With an unknown edition the larger limit holds, so that nobody is alarmed for nothing.
    String edition = holder.edition().isEmpty() ? ENTERPRISE : holder.edition();
    String limit = holder.kind().id() + "." + edition + "." + holder.per();
    return new Holding(
        holder.per(),
        holder.name(),
        holder.per().equals("owner") ? mails.get(holder.name()) : null,
        holder.kind(),
        holder.edition(),
        count,
        policy.limits().get(limit));
  }

  private String editionOf(Token token) {
    String edition = token.account() == null ? null : editionByAccount.get(token.account());
    if (edition != null) {
      return edition;
    }
    return token.workspaces().items().stream()
        .map(editionByWorkspace::get)
        .filter(known -> known != null)
        .findFirst()
        .orElse("");
  }
}
