package dev.patrol.cases;

import dev.patrol.cases.World.GivenWaiver;
import dev.patrol.config.Config;
import dev.patrol.model.Policy;
import dev.patrol.model.Today;
import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the part of a case that says what the world is like. */
final class WorldReader {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Keys keys;
  private final Mistakes mistakes;

  WorldReader(Keys keys, Mistakes mistakes) {
    this.keys = keys;
    this.mistakes = mistakes;
  }

  World read() {
    ZoneId zone = keys.value("zone", "a time zone such as Asia/Shanghai", ZoneId::of, ZONE);
    Instant now =
        keys.value(
            "now",
            "a time with offset such as 2026-11-22T10:00:00+08:00",
            text -> OffsetDateTime.parse(text).toInstant(),
            NOW);
    return new World(
        rows(Columns.TOKENS, "token", "tokens"),
        rows(Columns.ENDPOINTS, "endpoint", "endpoints"),
        rows(Columns.WORKSPACES, "workspace", "workspaces"),
        waivers(),
        answers("answers"),
        lone("answer"),
        identities(),
        keys.flag("offline", false),
        past(),
        new LinkedHashSet<>(keys.texts("same-secret")),
        keys.text("secret-prefix"),
        Set.copyOf(keys.texts("foreign-header")),
        Set.copyOf(keys.texts("issues")),
        new Today(Objects.requireNonNull(now), Objects.requireNonNull(zone)),
        policy());
  }

  private @Nullable List<CaseRow> rows(Columns columns, String one, String several) {
    Node single = keys.take(one);
    Node list = keys.take(several);
    if (single != null && list != null) {
      mistakes.at(list, "expected either " + one + " or " + several + ", got both");
    }
    if (single != null) {
      return List.of(row(columns, single));
    }
    if (list == null) {
      return null;
    }
    if (list instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(item -> row(columns, item)).toList();
    }
    mistakes.at(list, several + ": expected a list");
    return null;
  }

  /** A row of which nothing is given may be left empty. */
  private CaseRow row(Columns columns, Node item) {
    return item instanceof Empty
        ? CaseRow.empty(item)
        : columns.row(Keys.of(item, mistakes), mistakes);
  }

  private List<GivenWaiver> waivers() {
    List<GivenWaiver> waivers = new ArrayList<>();
    for (Node item : keys.items("waivers")) {
      Keys waiver = Keys.of(item, mistakes);
      Integer covers = waiver.value("covers", "a number of findings", Integer::valueOf, null);
      boolean conclusive = waiver.flag("conclusive", true);
      waivers.add(new GivenWaiver(Columns.WAIVERS.row(waiver, mistakes), covers, conclusive));
    }
    return waivers;
  }

  private Map<String, GivenAnswer> answers(String name) {
    Map<String, GivenAnswer> answers = new LinkedHashMap<>();
    for (Entry entry : entries(name)) {
      answers.put(entry.name(), GivenAnswer.read(Keys.of(entry.value(), mistakes)));
    }
    return answers;
  }

  private @Nullable GivenAnswer lone(String name) {
    Node value = keys.take(name);
    return value == null ? null : GivenAnswer.read(Keys.of(value, mistakes));
  }

  private Map<String, GivenAnswer> identities() {
    Map<String, GivenAnswer> identities = answers("identities");
    GivenAnswer first = lone("identity");
    if (first != null) {
      identities.put("", first);
    }
    return identities;
  }

  private List<GivenPast> past() {
    return keys.items("past").stream()
        .map(item -> GivenPast.read(Keys.of(item, mistakes)))
        .toList();
  }

  private List<Entry> entries(String name) {
    Node value = keys.take(name);
    if (value instanceof Mapping mapping) {
      return mapping.entries();
    }
    if (value != null) {
      mistakes.at(value, name + ": expected ids with answers");
    }
    return List.of();
  }

  private Policy policy() {
    try {
      return Config.policy(mistakes.source(), keys.take("policy"), keys.take("hosts"));
    } catch (ProblemsException e) {
      mistakes.addAll(e.problems());
      return Policy.DEFAULT;
    }
  }
}
