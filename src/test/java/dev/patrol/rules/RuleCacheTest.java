package dev.patrol.rules;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {
  private final Path folder;
  private final Path rules;
  private final Path cache;

  RuleCacheTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.rules = Files.createDirectory(folder.resolve("rules"));
    this.cache = folder.resolve("deep/cache");
    write("says");
  }

  private void write(String evidence) throws IOException {
    Files.writeString(
        rules.resolve("mine.drl"),
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "Mine"
            @id(mine) @severity(low) @guide(hygiene) @title("t") @remedy("r")
        when
            $token : Token(owner != null)
        then
            audit.warn($token, Severity.HIGH, null, "%s");
        end
        """
            .formatted(evidence));
  }

  private RuleBook load(RuleSettings settings) {
    return RuleBook.load(rules, settings, Locale.ENGLISH, RuleCache.in(cache), false);
  }

  private RuleBook load() {
    return load(RuleSettings.NONE);
  }

  private List<String> said(RuleBook book) {
    Judgement judgement =
        book.judge(List.of(SmallWorld.world().probed()), SmallWorld.TODAY, Policy.DEFAULT).get(0);
    return judgement.findings().stream().map(f -> f.severity().id() + " " + f.evidence()).toList();
  }

  private List<Path> kept() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }

  @Test
  void what_was_compiled_is_loaded_again_and_says_the_same() throws IOException {
    RuleBook cold = load();
    assertThat(kept()).hasSize(1);
    byte[] bytes = Files.readAllBytes(kept().get(0));
    RuleModule module = ModuleBytes.read(bytes).orElseThrow();
    assertThat(module.rules().values()).containsExactlyElementsOf(cold.rules());
    RuleBook warm = load();
    assertThat(warm.rules()).containsExactlyElementsOf(cold.rules());
    assertThat(warm.warnings()).isEqualTo(cold.warnings());
    assertThat(said(warm)).isEqualTo(said(cold)).containsExactly("high says");
    assertThat(Files.getPosixFilePermissions(cache))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void the_kept_file_is_what_runs() throws IOException {
    load();
    Path kept = kept().get(0);
    byte[] first = Files.readAllBytes(kept);
    write("says more");
    load();
    Path other = kept().stream().filter(file -> !file.equals(kept)).findFirst().orElseThrow();
    Files.write(other, first);
    assertThat(said(load())).containsExactly("high says");
  }

  @Test
  void an_edit_and_other_settings_are_compiled_anew() throws IOException {
    load();
    write("says else");
    assertThat(said(load())).containsExactly("high says else");
    load(new RuleSettings(Set.of(), new TreeMap<>(), List.of("java.lang.System")));
    Files.writeString(rules.resolve("messages_zh.properties"), "mine.title=x\n");
    load();
    assertThat(kept()).hasSize(4);
  }

  @Test
  void another_jdk_has_another_key() throws IOException {
    RuleFolder files = RuleFolder.read(rules);
    assertThat(CompilationKey.ofFolder(rules, files.files(), RuleSettings.NONE, "JDK 17"))
        .isEqualTo(CompilationKey.ofFolder(rules, files.files(), RuleSettings.NONE, "JDK 17"))
        .isNotEqualTo(CompilationKey.ofFolder(rules, files.files(), RuleSettings.NONE, "JDK 18"));
  }

  @Test
  void damaged_and_truncated_files_are_written_anew() throws IOException {
    load();
    Path kept = kept().get(0);
    byte[] whole = Files.readAllBytes(kept);
    byte[] damaged = whole.clone();
    damaged[whole.length / 2] ^= 1;
    for (byte[] bad : List.of(damaged, Arrays.copyOf(whole, 100), new byte[0])) {
      Files.write(kept, bad);
      assertThat(said(load())).containsExactly("high says");
      assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
    }
  }

  @Test
  void what_others_can_write_to_is_not_trusted() throws IOException {
    load();
    Path kept = kept().get(0);
    byte[] first = Files.readAllBytes(kept);
    write("edited");
    load();
    Path other = kept().stream().filter(file -> !file.equals(kept)).findFirst().orElseThrow();
    Files.write(other, first);
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw--w----"));
    assertThat(said(load())).containsExactly("high edited");
    Files.write(other, first);
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx---rwx"));
    assertThat(said(load())).containsExactly("high edited");
    assertThat(Files.readAllBytes(other)).isEqualTo(first);
  }

  /** Java calls such a user, as a container's often is, a question mark. */
  @Test
  void what_a_user_without_a_name_kept_is_used() throws IOException {
    assumeThat(Path.of("/proc/self")).exists();
    String name = System.setProperty("user.name", "?");
    try {
      load();
      Path kept = kept().get(0);
      write("edited");
      load();
      Path other = kept().stream().filter(file -> !file.equals(kept)).findFirst().orElseThrow();
      Files.copy(kept, other, StandardCopyOption.REPLACE_EXISTING);
      assertThat(said(load())).containsExactly("high says");
    } finally {
      System.setProperty("user.name", name);
    }
  }

  @Test
  void a_place_that_cannot_be_written_to_is_no_error() throws IOException {
    Files.writeString(folder.resolve("deep"), "a file, where a folder is to be");
    assertThat(said(load())).containsExactly("high says");
  }

  @Test
  void old_files_are_removed() throws IOException {
    load();
    RuleModule module = ModuleBytes.read(Files.readAllBytes(kept().get(0))).orElseThrow();
    for (int i = 0; i < 12; i++) {
      RuleCache.in(cache).keep("key" + i, module);
    }
    assertThat(kept()).hasSize(8);
    assertThat(RuleCache.in(cache).find("key11")).isPresent();
  }

  @Test
  void what_is_used_outlives_what_was_only_written_later() throws IOException {
    load();
    Path used = kept().get(0);
    String key = String.valueOf(used.getFileName()).substring("rules-".length());
    RuleModule module = ModuleBytes.read(Files.readAllBytes(used)).orElseThrow();
    RuleCache drafts = RuleCache.in(cache);
    for (int i = 0; i < 12; i++) {
      // As if each had been written a day before the one that follows.
      for (Path file : kept()) {
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().minus(1, DAYS)));
      }
      assertThat(drafts.find(key)).isPresent();
      drafts.keep("draft" + i, module);
    }
    assertThat(kept()).hasSize(8);
    assertThat(drafts.find(key)).isPresent();
    assertThat(drafts.find("draft0")).isEmpty();
  }

  @Test
  void several_loads_at_once_do_not_disturb_each_other() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> loads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        loads.add(() -> said(load()));
      }
      for (Future<List<String>> load : pool.invokeAll(loads)) {
        assertThat(load.get()).containsExactly("high says");
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(kept()).hasSize(1);
  }

  @Test
  void settings_switch_off_and_fix_the_severity() {
    RuleBook off = load(new RuleSettings(Set.of("mine"), new TreeMap<>(), List.of()));
    assertThat(said(off)).isEmpty();
    assertThat(off.rules()).isEmpty();
    assertThat(off.switchedOff()).extracting(RuleInfo::id).containsExactly("mine");
    RuleBook info =
        load(new RuleSettings(Set.of(), new TreeMap<>(Map.of("mine", Severity.INFO)), List.of()));
    assertThat(info.rules()).extracting(RuleInfo::severity).containsExactly(Severity.INFO);
    assertThat(said(info)).containsExactly("info says");
  }

  @Test
  void generated_classes_reach_what_is_open_and_nothing_else() {
    RuleClassLoader loader = new RuleClassLoader(Map.of(), name -> name.equals("java.util.List"));
    assertThatThrownBy(() -> loader.loadClass("java.lang.Runtime"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("java.lang.Runtime is not among the types that rules may use");
    for (String closed :
        List.of(
            "java.lang.ProcessBuilder",
            "java.io.File",
            "java.lang.reflect.Method",
            "dev.patrol.rules.RuleBook",
            "okhttp3.OkHttpClient")) {
      assertThatThrownBy(() -> loader.loadClass(closed)).isInstanceOf(ClassNotFoundException.class);
    }
    assertThat(loader).satisfies(it -> assertThat(it.loadClass("java.util.List")).isNotNull());
  }

  @Test
  void locked_rules_are_refused_when_they_are_not_what_was_locked() throws IOException {
    Files.writeString(rules.resolve("messages_zh.properties"), "mine.title=x\n");
    assertThatThrownBy(() -> locked()).hasMessageContaining("rules.lock: expected the manifest");
    assertThat(RuleManifest.write(rules)).isEqualTo(2);
    assertThat(Files.readString(rules.resolve("rules.lock")))
        .matches("[0-9a-f]{64}  messages_zh.properties\n[0-9a-f]{64}  mine.drl\n");
    assertThat(said(locked())).containsExactly("high says");
    write("changed");
    Files.writeString(rules.resolve("added.drl"), "package mine\n");
    Files.delete(rules.resolve("messages_zh.properties"));
    assertThatThrownBy(() -> locked())
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .satisfiesExactlyInAnyOrder(
                        changed -> assertThat(changed).contains("mine.drl: is not the file"),
                        added -> assertThat(added).contains("added.drl: does not stand in"),
                        gone -> assertThat(gone).contains("messages_zh.properties: stands in")));
  }

  private RuleBook locked() {
    return RuleBook.load(rules, RuleSettings.NONE, Locale.ENGLISH, RuleCache.in(cache), true);
  }
}
