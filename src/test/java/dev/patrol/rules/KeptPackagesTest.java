package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Finding;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.AllowedTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an edit only the packages are compiled that it has to do with. */
class KeptPackagesTest {
  private final Path rules;
  private final Path cache;

  KeptPackagesTest(@TempDir Path folder) throws IOException {
    this.rules = Files.createDirectory(folder.resolve("rules"));
    this.cache = folder.resolve("cache");
    write("one", "", "says one");
    write("two", "", "says two");
  }

  private void write(String name, String more, String evidence) throws IOException {
    Files.writeString(
        rules.resolve(name + ".drl"),
        """
        package %1$s
        import dev.patrol.model.*
        global Audit audit
        %2$s
        rule "Rule of %1$s"
            @id(%1$s) @severity(low) @guide(hygiene) @title("t") @remedy("r")
        when
            $token : Token(owner != null)
        then
            audit.warn($token, "%3$s");
        end
        """
            .formatted(name, more, evidence));
  }

  private RuleBook load() {
    return load(rules, cache);
  }

  private static RuleBook load(Path rules, Path cache) {
    return RuleBook.load(rules, RuleSettings.NONE, Locale.ENGLISH, RuleCache.in(cache), false);
  }

  private static List<String> said(RuleBook book) {
    return book
        .judge(List.of(SmallWorld.world().probed()), SmallWorld.TODAY, Policy.DEFAULT)
        .get(0)
        .findings()
        .stream()
        .map(Finding::evidence)
        .sorted()
        .toList();
  }

  private static List<Path> newestFirst(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
          .toList();
    }
  }

  private static RuleModule module(Path file) throws IOException {
    return ModuleBytes.read(Files.readAllBytes(file)).orElseThrow();
  }

  private static SortedMap<String, CompiledPackage> packages(Path cache) throws IOException {
    return module(newestFirst(cache).get(0)).compiled().packages();
  }

  private static CompiledPackage kept(Path file, String name) throws IOException {
    return Objects.requireNonNull(module(file).compiled().packages().get(name), name);
  }

  /** Puts a package that says something else in place of the one that is kept. */
  private void exchange(String name, CompiledPackage other) throws IOException {
    Path file = newestFirst(cache).get(0);
    RuleModule module = module(file);
    SortedMap<String, CompiledPackage> packages = new TreeMap<>(module.compiled().packages());
    String key = kept(file, name).key();
    packages.put(name, new CompiledPackage(key, other.classes(), other.models()));
    Files.write(
        file,
        ModuleBytes.write(
            new RuleModule(module.rules(), module.warnings(), new CompiledRules(packages))));
  }

  @Test
  void an_edit_compiles_its_own_package_and_no_other() throws IOException {
    write("two", "", "says another two");
    load();
    CompiledPackage another = kept(newestFirst(cache).get(0), "two");
    Files.delete(newestFirst(cache).get(0));
    write("two", "", "says two");
    load();
    exchange("two", another);
    write("one", "", "says a new one");
    assertThat(said(load())).containsExactly("says a new one", "says another two");
  }

  @Test
  void what_is_no_rule_compiles_nothing() throws IOException {
    write("two", "", "says another two");
    load();
    CompiledPackage another = kept(newestFirst(cache).get(0), "two");
    write("two", "", "says two");
    load();
    exchange("two", another);
    Files.writeString(rules.resolve("messages_zh.properties"), "one.title=x\n");
    assertThat(said(load())).containsExactly("says another two", "says one");
    assertThat(newestFirst(cache)).hasSize(3);
  }

  @Test
  void a_package_is_compiled_anew_when_any_of_its_files_changes() throws IOException {
    load();
    Files.writeString(
        rules.resolve("more.drl"),
        Files.readString(rules.resolve("two.drl"))
            .replace("Rule of two", "Another")
            .replace("@id(two)", "@id(more)"));
    assertThat(said(load())).containsExactly("says one", "says two", "says two");
    Files.delete(rules.resolve("more.drl"));
    write("one", "", "edited");
    assertThat(said(load())).containsExactly("edited", "says two");
  }

  @Test
  void packages_of_older_compilations_are_found() throws IOException {
    load();
    write("one", "", "edited");
    load();
    write("one", "", "says one");
    write("two", "", "edited too");
    load();
    Map<String, String> keys = new TreeMap<>();
    packages(cache).forEach((name, rules) -> keys.put(name, rules.key()));
    assertThat(RuleCache.in(cache).packages(keys)).containsOnlyKeys("one", "two");
    assertThat(RuleCache.in(cache).packages(Map.of("one", "none", "three", "none"))).isEmpty();
    assertThat(said(load())).containsExactly("edited too", "says one");
  }

  @Test
  void rules_that_need_another_file_are_compiled_with_it() throws IOException {
    write("one", "declare Memo\n  text : String\nend", "says one");
    load();
    assertThat(packages(cache)).containsOnlyKeys("");
    write("two", "", "edited");
    assertThat(said(load())).containsExactly("edited", "says one");
    assertThat(kept(newestFirst(cache).get(0), "").key()).isEmpty();
  }

  @Test
  void an_error_after_an_edit_is_told_as_ever() throws IOException {
    load();
    write("one", "", "says one");
    Files.writeString(
        rules.resolve("one.drl"),
        Files.readString(rules.resolve("one.drl")).replace("owner != null", "ovner != null"));
    String first = message(cache);
    assertThat(first).contains("one.drl").contains("ovner");
    assertThat(message(cache.resolveSibling("fresh"))).isEqualTo(first);
  }

  private String message(Path cache) {
    List<String> messages = new ArrayList<>();
    assertThatThrownBy(() -> load(rules, cache))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> e.problems().forEach(problem -> messages.add(problem.toString())));
    return String.join("\n", messages);
  }

  @Test
  void the_shipped_rules_come_out_as_if_all_were_compiled(@TempDir Path folder) throws IOException {
    Path shipped = folder.resolve("shipped");
    copy(Path.of("rules"), shipped);
    load(shipped, cache);
    for (String edited : List.of("10-key/validity.drl", "70-hygiene/declared.drl")) {
      Path file = shipped.resolve(edited);
      Files.writeString(file, Files.readString(file) + "// edited\n");
      load(shipped, cache);
    }
    Path fresh = folder.resolve("fresh");
    load(shipped, fresh);
    assertThat(newestFirst(cache)).hasSize(3);
    SortedMap<String, CompiledPackage> some = packages(cache);
    SortedMap<String, CompiledPackage> all = packages(fresh);
    assertThat(some.keySet()).isEqualTo(all.keySet());
    all.forEach(
        (name, rules) -> {
          CompiledPackage other = Objects.requireNonNull(some.get(name), name);
          assertThat(other.key()).isEqualTo(rules.key());
          assertThat(other.models()).isEqualTo(rules.models());
        });
    assertThat(order(some)).isEqualTo(order(all)).hasSizeGreaterThan(100);
    assertThat(said(load(shipped, cache))).isEqualTo(said(load(shipped, fresh)));
    assertThat(packages(fresh)).hasSizeGreaterThan(5).doesNotContainKey("");
  }

  /** The engine tries rules in the order in which their package has them. */
  private static List<String> order(SortedMap<String, CompiledPackage> packages) {
    return new CompiledRules(packages)
        .load(AllowedTypes.with(List.of())).stream()
            .flatMap(model -> model.getRules().stream())
            .map(Rule::getName)
            .toList();
  }

  /**
   * Side by side they would get numbers as it comes, and classes differ from one day to the next.
   */
  @Test
  void rules_are_compiled_one_behind_the_other() throws IOException {
    StringBuilder many = new StringBuilder("package one\nimport dev.patrol.model.*\n");
    for (int i = 0; i < 60; i++) {
      many.append(
          "rule \"Rule %1$d\" @id(r%1$d) when Token() not Answer() then end\n".formatted(i));
    }
    Files.writeString(rules.resolve("one.drl"), many);
    load();
    List<Integer> numbers = new ArrayList<>();
    new TreeMap<>(kept(newestFirst(cache).get(0), "one").classes())
        .forEach(
            (name, bytes) -> {
              if (name.matches(".*RuleMethods\\d")) {
                Pattern.compile("[^_]GENERATED_\\$pattern_\\w+\\$(\\d+)\\$")
                    .matcher(new String(bytes, ISO_8859_1))
                    .results()
                    .forEach(number -> numbers.add(Integer.valueOf(number.group(1))));
              }
            });
    assertThat(numbers).hasSize(120).isSorted();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
