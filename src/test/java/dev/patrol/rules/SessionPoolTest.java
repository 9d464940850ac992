package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.cases.ShippedCases;
import dev.patrol.cases.ShippedCases.World;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever was judged before leaves nothing behind in a session. */
class SessionPoolTest {
  /** A fresh session costs more than all that is asked of it. */
  private static final int WORLDS = 40;

  @Test
  void a_used_session_judges_as_a_fresh_one_does() {
    RuleBook rules =
        RuleBook.load(
            Path.of("rules"),
            RuleSettings.NONE,
            Locale.ENGLISH,
            RuleCache.standard(System.getenv()),
            false);
    List<World> worlds = new ArrayList<>(ShippedCases.worlds());
    worlds.removeIf(world -> world.dossiers().isEmpty());
    Collections.shuffle(worlds, new Random(1));
    worlds.subList(WORLDS, worlds.size()).clear();
    List<List<Judgement>> fresh = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (World world : worlds) {
      order.add(order.size());
      // An explanation takes the waiting session and does not give it back.
      rules.explain(world.dossiers().get(0), null, world.today(), world.policy());
      fresh.add(rules.judge(world.dossiers(), world.today(), world.policy()));
    }
    Collections.shuffle(order, new Random(7));
    for (int i : order) {
      World world = worlds.get(i);
      assertThat(rules.judge(world.dossiers(), world.today(), world.policy()))
          .as(world.name())
          .isEqualTo(fresh.get(i));
    }
  }
}
