package dev.patrol.cases;

import dev.patrol.model.Finding;
import dev.patrol.model.Waiver;
import java.util.List;

/**
 * What a finding is about, as case files name it: an endpoint, token or workspace by its id, a
 * holder of tokens such as {@code owner Li Wei, pat, enterprise}, a waiver by its number, {@code
 * w1} for the first.
 */
final class Subject {
  private final List<Waiver> waivers;

  Subject(List<Waiver> waivers) {
    this.waivers = waivers;
  }

  String of(Finding finding) {
    if (finding.endpoint() != null) {
      return finding.endpoint();
    }
    if (finding.token() != null) {
      return finding.token();
    }
    if (finding.holder() != null && finding.workspace() == null) {
      return ofHolder(finding.holder());
    }
    return finding.workspace() == null ? "" : finding.workspace();
  }

  private String ofHolder(String holder) {
    for (int i = 0; i < waivers.size(); i++) {
      if (waivers.get(i).key().equals(holder)) {
        return "w" + (i + 1);
      }
    }
    return holder;
  }
}
