package dev.patrol.rules.source;

import dev.patrol.model.RuleInfo;
import dev.patrol.rules.source.RuleSpan.Annotation;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * A rule as it is written.
 *
 * @param file where it stands
 * @param content the file it stands in, as Drools reads it
 * @param descr the rule, as Drools reads it
 * @param span where its parts stand
 * @param info what its annotations say, with what holds in place of missing ones
 */
public record SourceRule(
    RuleFile file, PackageDescr content, RuleDescr descr, RuleSpan span, RuleInfo info) {
  private static final List<String> REPORTING = List.of("fail", "suspect", "warn");

  /** The offset of an annotation, or of the rule when it has none of that name. */
  public int place(String annotation) {
    return span.annotations().stream()
        .filter(each -> each.name().equals(annotation))
        .mapToInt(Annotation::start)
        .findFirst()
        .orElse(span.start());
  }

  /** The first call in the consequence that makes a finding, such as {@code warn}. */
  public Optional<Lexeme> reportingCall() {
    return reportingCall(span);
  }

  static Optional<Lexeme> reportingCall(RuleSpan span) {
    List<Lexeme> words = span.consequence();
    for (int i = 2; i < words.size(); i++) {
      if (words.get(i - 2).is("audit")
          && words.get(i - 1).is(".")
          && REPORTING.contains(words.get(i).text())) {
        return Optional.of(words.get(i));
      }
    }
    return Optional.empty();
  }
}
