package dev.patrol.cases;

import dev.patrol.model.Policy;
import dev.patrol.model.Today;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case says, before everything else is filled in with what is healthy.
 *
 * @param tokens the rows given; null for the usual one
 * @param endpoints the rows given; null for the usual ones
 * @param workspaces the rows given; null for the usual ones
 * @param waivers the waivers given
 * @param answers what came back, by the endpoint's id
 * @param lone what came back for the only endpoint, or null
 * @param identities what the identity probes brought back, by the token's id; by an empty id that
 *     of the first token
 * @param offline whether nothing was sent
 * @param past earlier nights
 * @param sharedSecrets tokens that hold one secret
 * @param secretPrefix how the first token's value begins; null when that is not known
 * @param foreignHeaders endpoints whose header holds another token's value
 * @param issues the columns whose cells the inventory finds fault with, as the case wants it to
 */
record World(
    @Nullable List<CaseRow> tokens,
    @Nullable List<CaseRow> endpoints,
    @Nullable List<CaseRow> workspaces,
    List<GivenWaiver> waivers,
    Map<String, GivenAnswer> answers,
    @Nullable GivenAnswer lone,
    Map<String, GivenAnswer> identities,
    boolean offline,
    List<GivenPast> past,
    Set<String> sharedSecrets,
    @Nullable String secretPrefix,
    Set<String> foreignHeaders,
    Set<String> issues,
    Today today,
    Policy policy) {

  /**
   * A waiver.
   *
   * @param covers how many findings it covers; null for as many as it covers in the case's world
   * @param conclusive whether everything that it is about was judged
   */
  record GivenWaiver(CaseRow row, @Nullable Integer covers, boolean conclusive) {}
}
