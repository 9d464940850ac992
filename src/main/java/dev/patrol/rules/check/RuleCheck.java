package dev.patrol.rules.check;

import dev.patrol.model.RuleSettings;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.AllowedTypes;
import dev.patrol.rules.source.ParsedRules;
import dev.patrol.rules.source.Remark;
import dev.patrol.rules.source.Remarks;
import dev.patrol.rules.source.RuleFile;
import dev.patrol.rules.source.RuleFolder;
import dev.patrol.rules.source.RuleSpan;
import dev.patrol.rules.source.SourceRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/** What is wrong with the rule files of a folder. */
public final class RuleCheck {
  private final Path place;
  private final RuleFolder folder;
  private final RuleSettings settings;
  private final ParsedRules parsed;
  private final Remarks remarks = new Remarks();
  private final List<ReadRule> rules = new ArrayList<>();

  private RuleCheck(Path place, RuleFolder folder, ParsedRules parsed, RuleSettings settings) {
    this.place = place;
    this.folder = folder;
    this.settings = settings;
    this.parsed = parsed;
    folder.problems().forEach(remarks::error);
    remarks.addAll(parsed.remarks().sorted());
  }

  /**
   * Reads the files of a folder and finds what can be found without compiling them.
   *
   * @param settings what the configuration says about rules, such as further imports
   */
  public static RuleCheck read(Path folder, RuleSettings settings) {
    RuleFolder files = RuleFolder.read(folder);
    return of(folder, files, ParsedRules.parse(files.files()), settings);
  }

  /** As {@link #read}, of files that were read and parsed already. */
  public static RuleCheck of(
      Path folder, RuleFolder files, ParsedRules parsed, RuleSettings settings) {
    RuleCheck check = new RuleCheck(folder, files, parsed, settings);
    check.readRules(AllowedTypes.with(settings.allowedImports()));
    return check;
  }

  /** Finds what is odd about rules that compile; to be called when that is known. */
  public void lint() {
    List<ReadRule> sound = sound();
    Lints.ofRules().forEach(lint -> lint.check(sound, remarks));
    // A rule in a file that cannot be read is not missing.
    if (isWhole()) {
      Lints.ofAll(place, settings).forEach(lint -> lint.check(rules, remarks));
    }
  }

  private boolean isWhole() {
    return folder.problems().isEmpty() && parsed.contents().size() == folder.files().size();
  }

  private void readRules(AllowedTypes allowed) {
    Classes classes = new Classes();
    ForeignTypes foreign = new ForeignTypes(classes, allowed, remarks);
    for (RuleFile file : folder.files()) {
      PackageDescr content = parsed.contents().get(file.name());
      if (content == null) {
        continue;
      }
      TypeNames types = new TypeNames(classes, content, parsed.contents().values());
      foreign.check(file, content);
      types
          .unknownFields(file)
          .forEach(fault -> remarks.error(file, fault.offset(), fault.message()));
      Variables globals = new Variables(types);
      for (GlobalDescr global : content.getGlobals()) {
        globals.bind(global.getIdentifier(), types.find(global.getType()).orElse(FactType.UNKNOWN));
      }
      for (SourceRule rule : parsed.rulesOf(file)) {
        foreign.check(rule, types);
        ReadRule read = new ReadRule(rule, Conditions.of(rule, globals), Effects.of(rule));
        rules.add(read);
        certain(read);
      }
    }
  }

  /** Faults that do not keep a rule from compiling, but from working. */
  private void certain(ReadRule rule) {
    FormatStrings formats = new FormatStrings(rule.source(), rule.conditions().variables());
    List<Fault> faults = new ArrayList<>(rule.conditions().faults());
    faults.addAll(formats.faults());
    faults.addAll(rule.effects().faults());
    faults.stream()
        .filter(Fault::certain)
        .forEach(fault -> remarks.error(rule.file(), fault.offset(), fault.message()));
    formats.slips().forEach(fault -> remarks.warn(rule.file(), fault.offset(), fault.message()));
  }

  /**
   * Compiles every rule in which no error was found yet, and explains what fails.
   *
   * @return whether all of them compiled
   */
  public boolean compile(TrialBuild build) {
    List<ReadRule> sound = sound();
    if (sound.isEmpty() || build.errors(culprits(build).with(sound)).isEmpty()) {
      return true;
    }
    explain(build);
    return false;
  }

  /** Finds the rules that do not compile, and says why. */
  public void explain(TrialBuild build) {
    List<ReadRule> sound = sound();
    Map<ReadRule, List<String>> broken = culprits(build).among(sound);
    RuleFaults faults = new RuleFaults(remarks);
    broken.forEach(faults::explain);
    if (broken.isEmpty()) {
      build
          .errors(culprits(build).with(sound))
          .forEach(
              text -> remarks.error(sound.get(0).file(), 0, "the rules do not compile: " + text));
    }
  }

  private Culprits culprits(TrialBuild build) {
    return new Culprits(folder.files().stream().filter(this::isSoundOutside).toList(), build);
  }

  /** Whether a file could be read, and has no error outside of its rules. */
  private boolean isSoundOutside(RuleFile file) {
    List<RuleSpan> spans = file.spans();
    return parsed.contents().containsKey(file.name())
        && remarks.errorLines(file).stream()
            .allMatch(line -> spans.stream().anyMatch(span -> holds(file, span, line)));
  }

  /** The rules without an error, in files that have none outside of their rules. */
  private List<ReadRule> sound() {
    Map<RuleFile, Set<Integer>> errors = new HashMap<>();
    for (RuleFile file : folder.files()) {
      if (isSoundOutside(file)) {
        errors.put(file, remarks.errorLines(file));
      }
    }
    return rules.stream().filter(rule -> isSound(rule, errors.get(rule.file()))).toList();
  }

  private static boolean isSound(ReadRule rule, @Nullable Set<Integer> errors) {
    return errors != null
        && errors.stream().noneMatch(line -> holds(rule.file(), rule.source().span(), line));
  }

  private static boolean holds(RuleFile file, RuleSpan span, int line) {
    return file.lineAt(span.start()) <= line && line <= file.lineAt(span.end());
  }

  /** The files that could be read, by name. */
  public List<RuleFile> files() {
    return folder.files();
  }

  /** The files as they were parsed. */
  public ParsedRules parsed() {
    return parsed;
  }

  /** All that was found, by place. */
  public List<Remark> remarks() {
    return remarks.sorted();
  }

  /** Whether something keeps the rules from being used. */
  public boolean hasErrors() {
    return remarks().stream().anyMatch(Remark::isError);
  }

  /** What was found that does not keep the rules from being used, by place. */
  public List<Remark> warnings() {
    return remarks().stream().filter(remark -> !remark.isError()).toList();
  }

  /**
   * Ends here when there is an error.
   *
   * @throws ProblemsException with file, line and column of each
   */
  public void refuseErrors() {
    remarks.refuseErrors();
  }
}
