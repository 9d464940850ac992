package dev.patrol.cases;

import dev.patrol.cases.World.GivenWaiver;
import dev.patrol.model.Estate;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import dev.patrol.model.Waiver;
import java.util.List;

/**
 * All that the rules get to know in a case.
 *
 * @param dossiers the tokens with their endpoints and answers
 * @param estate what the round over the whole inventory sees
 * @param waivers the waivers as the inventory reads them
 * @param uses what the case says about each of them, in the same order
 */
record Facts(
    List<Probed> dossiers,
    Estate estate,
    List<Waiver> waivers,
    List<GivenWaiver> uses,
    Today today,
    Policy policy) {
  Facts {
    dossiers = List.copyOf(dossiers);
    waivers = List.copyOf(waivers);
    uses = List.copyOf(uses);
  }
}
