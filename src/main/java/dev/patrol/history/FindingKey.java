package dev.patrol.history;

import dev.patrol.model.Finding;

/**
 * What tells a finding from others of its inventory; several findings of one rule about one subject
 * are one. What does not apply is empty.
 *
 * @param dossier the token in whose dossier it was found; empty for what spans tokens
 * @param rule the rule's id
 * @param token the token's id
 * @param endpoint the endpoint's id
 * @param workspace the workspace's id
 * @param holder the key of a holder of tokens
 */
record FindingKey(
    String dossier, String rule, String token, String endpoint, String workspace, String holder) {
  static FindingKey of(Finding finding, String dossier) {
    return new FindingKey(
        StoredText.id(dossier),
        StoredText.id(finding.rule().id()),
        StoredText.id(finding.token()),
        StoredText.id(finding.endpoint()),
        StoredText.id(finding.workspace()),
        StoredText.id(finding.holder()));
  }
}
