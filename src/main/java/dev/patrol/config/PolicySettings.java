package dev.patrol.config;

import dev.patrol.model.Policy;
import dev.patrol.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what the team has decided: {@code policy}. */
final class PolicySettings {
  private static final Kind<String> TEXT_OR_LIST =
      new Kind<>("expected a text, a number, true, false or a list of texts", Kind.text().parser());

  private PolicySettings() {}

  static Policy policy(Setting setting, Policy or, List<Host> hosts) {
    try (Section in = setting.section();
        Section named = in.at("values").section()) {
      Map<String, Setting> given = named.all();
      return new Policy(
          expiryDays(in.at("expiry-days"), or.expiryDays()),
          environments(in.at("production-environments"), or.productionEnvironments()),
          in.at("few-workspaces").as(Kind.integer(1, 1000), or.fewWorkspaces()),
          in.at("near-limit").as(Kind.decimal(0.01, 1), or.nearLimit()),
          limits(in.at("limits"), or.limits()),
          in.at("pat-lifetime-days").as(Kind.integer(1, 3650), or.patLifetimeDays()),
          in.at("pats-unlimited-before").as(Kind.instant(), or.patsUnlimitedBefore()),
          in.at("dead-nights").as(Kind.integer(2, 30), or.deadNights()),
          in.at("flapping-changes").as(Kind.integer(2, 29), or.flappingChanges()),
          hosts.stream().filter(Host::selfHosted).map(Host::host).collect(Collectors.toSet()),
          values(given),
          lists(given));
    }
  }

  private static List<Integer> expiryDays(Setting setting, List<Integer> or) {
    List<Integer> days =
        setting.someItems("expected a list of days such as [14, 7, 3, 1]").stream()
            .flatMap(item -> item.as(Kind.integer(1, 3650)).stream())
            .distinct()
            .toList();
    return days.isEmpty() ? or : days;
  }

  /** An empty list is a decision as well: no environment counts as production. */
  private static Set<String> environments(Setting setting, Set<String> or) {
    return setting.node() == null ? or : new LinkedHashSet<>(setting.listOf(Kind.word()));
  }

  private static Map<String, Integer> limits(Setting setting, Map<String, Integer> or) {
    Map<String, Integer> limits = new TreeMap<>(or);
    try (Section in = setting.section()) {
      limits.replaceAll((name, limit) -> in.at(name).as(Kind.integer(1, 1_000_000), limit));
    }
    return limits;
  }

  /** What is no list: texts, numbers and flags as written, for the rules to read. */
  private static Map<String, String> values(Map<String, Setting> given) {
    Map<String, String> values = new LinkedHashMap<>();
    given.forEach(
        (name, setting) -> {
          if (!(setting.node() instanceof Sequence)) {
            setting.as(TEXT_OR_LIST).ifPresent(text -> values.put(name, text));
          }
        });
    return values;
  }

  private static Map<String, List<String>> lists(Map<String, Setting> given) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    given.forEach(
        (name, setting) -> {
          if (setting.node() instanceof Sequence) {
            lists.put(name, setting.listOf(Kind.text()));
          }
        });
    return lists;
  }
}
