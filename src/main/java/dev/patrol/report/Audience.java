package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * On whose pages a judgement stands: all of it on that of the token's owner, and on those of the
 * owners of workspaces what happens there and why.
 */
final class Audience {
  private final Directory directory;
  private final Judgement judgement;
  private final int holder;

  /** What makes endpoints fail in the workspaces of others than the token's owner. */
  private final Map<Integer, Set<Cause>> hosts = new TreeMap<>();

  Audience(Directory directory, Judgement judgement) {
    this.directory = directory;
    this.judgement = judgement;
    Token token = judgement.token();
    int owner = directory.position(token.owner(), token.ownerEmail());
    holder = owner == Directory.NOBODY ? directory.unowned() : owner;
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      int host = host(diagnosis);
      if (host != Directory.NOBODY && host != holder) {
        hosts.computeIfAbsent(host, fresh -> EnumSet.noneOf(Cause.class)).add(diagnosis.cause());
      }
    }
  }

  /** Whom the token concerns, its own owner first. */
  List<Integer> owners() {
    return Stream.concat(Stream.of(holder), hosts.keySet().stream())
        .filter(owner -> owner != Directory.NOBODY)
        .toList();
  }

  /** Whom one of the judgement's findings concerns; the token's owner, who should act, first. */
  List<Integer> owners(Finding finding) {
    return owners().stream().filter(owner -> owner == holder || concerns(finding, owner)).toList();
  }

  /** Whom a finding that spans tokens concerns, the one who should act first. */
  static List<Integer> owners(Directory directory, Finding finding) {
    int actor = directory.position(finding.owner(), finding.ownerEmail());
    boolean aboutThings = finding.token() != null || finding.workspace() != null;
    return Stream.of(
            actor == Directory.NOBODY && aboutThings ? directory.unowned() : actor,
            directory.ofWorkspace(finding.workspace()))
        .filter(owner -> owner != Directory.NOBODY)
        .distinct()
        .toList();
  }

  /** Whether all of the judgement concerns that owner. */
  boolean isHolder(int owner) {
    return owner == holder;
  }

  /** What of the judgement concerns that owner. */
  Judgement slice(int owner) {
    if (isHolder(owner)) {
      return judgement;
    }
    List<Finding> findings =
        judgement.findings().stream().filter(finding -> owners(finding).contains(owner)).toList();
    return new Judgement(
        judgement.token(),
        judgement.state(),
        judgement.needs(),
        judgement.identity(),
        judgement.diagnoses().stream().filter(diagnosis -> host(diagnosis) == owner).toList(),
        findings);
  }

  private int host(Diagnosis diagnosis) {
    return directory.ofWorkspace(diagnosis.endpoint().workspace());
  }

  private boolean concerns(Finding finding, int host) {
    if (finding.workspace() != null) {
      return directory.ofWorkspace(finding.workspace()) == host;
    }
    // What is wrong with the token as a whole matters where it makes calls fail.
    Cause guide = finding.rule().guide();
    return finding.endpoint() == null
        && guide != null
        && hosts.getOrDefault(host, Set.of()).contains(guide);
  }
}
