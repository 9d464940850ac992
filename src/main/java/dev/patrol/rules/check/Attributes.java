package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Remarks;
import java.util.List;
import java.util.Map;

/** Warns of attributes with which a rule never fires, or not by the audit's clock. */
final class Attributes implements Lint {
  private static final String GROUP =
      "nothing gives the turn to a group, so rule \"%s\" never fires; leave \"%s\" away";
  private static final String CLOCK =
      "\"%2$s\" goes by the machine's clock, not by the audit's; let rule \"%1$s\" compare with Today";
  private static final Map<String, String> WORDS =
      Map.of(
          "agenda-group", GROUP,
          "ruleflow-group", GROUP,
          "date-effective", CLOCK,
          "date-expires", CLOCK,
          "timer", CLOCK,
          "duration", CLOCK,
          "calendars", CLOCK);

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      rule.source()
          .descr()
          .getAttributes()
          .forEach(
              (name, attribute) -> {
                if (name.equals("enabled") && attribute.getValue().equals("false")) {
                  remarks.warn(
                      rule.file(),
                      place(rule, name),
                      "rule \"%s\" never fires: enabled is false; rules.off in patrol.yaml does the same"
                          .formatted(rule.name()));
                } else if (WORDS.containsKey(name) && !attribute.getValue().equals("MAIN")) {
                  remarks.warn(
                      rule.file(), place(rule, name), WORDS.get(name).formatted(rule.name(), name));
                }
              });
    }
  }

  private static int place(ReadRule rule, String attribute) {
    String first = attribute.replaceAll("-.*", "");
    return rule.source().span().header().stream()
        .filter(word -> word.is(first))
        .mapToInt(Lexeme::start)
        .findFirst()
        .orElse(rule.source().span().start());
  }
}
