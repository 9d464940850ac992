package dev.patrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Starts small programs with the launcher, and looks at its class archive. */
class LauncherTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String ARCHIVED = "Hello source: shared objects file";
  private static final String LOADED = "Hello source: file:";

  @TempDir static Path compiled;

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeAll
  static void compile() throws IOException {
    Path hello = compiled.resolve("Hello.java");
    Files.writeString(
        hello,
        "public class Hello { public static void main(String[] words) {"
            + " System.out.println(\"hello \" + String.join(\"|\", words)); } }");
    Path rehearsal = compiled.resolve("Rehearsal.java");
    Files.writeString(
        rehearsal,
        "package dev.patrol.cli; public class Rehearsal {"
            + " public static void main(String[] folder) throws Exception {"
            + " if (new java.io.File(folder[1]).exists())"
            + " new java.io.File(folder[1] + \"/../target/patrol.jar\").setLastModified(0);"
            + " Class.forName(\"Hello\").getMethod(\"main\", String[].class)"
            + ".invoke(null, (Object) new String[0]); } }");
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", compiled + "", hello + "", rehearsal + "");
    assertThat(code).isZero();
  }

  @BeforeEach
  void build() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    Files.copy(Path.of("patrol"), home.resolve("patrol"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target"));
    jar("Hello.class", "dev/patrol/cli/Rehearsal.class");
    Path stamp = home.resolve("target/patrol.stamp");
    Files.writeString(stamp, java() + "\n");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private void jar(String... classes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Hello");
    try (OutputStream file = Files.newOutputStream(home.resolve("target/patrol.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (String name : classes) {
        jar.putNextEntry(new JarEntry(name));
        jar.write(Files.readAllBytes(compiled.resolve(name)));
      }
    }
  }

  @Test
  void arguments_are_handed_on_as_they_are() throws Exception {
    assertThat(patrol("off", "", "a b", "", "*")).isEqualTo("hello a b||*\n");
  }

  /** Java 17 finds no class of such a folder in an archive; nothing else may suffer. */
  @Test
  void a_folder_may_have_a_space_in_its_name() throws Exception {
    Path spaced = folder.resolve("a home");
    Files.move(home, spaced);
    home = spaced;
    assertThat(patrol("now", "", "you")).isEqualTo("hello you\n");
    assertThat(archive()).isNotEmptyFile();
    assertThat(patrol("", "", "you")).isEqualTo("hello you\n");
  }

  @Test
  void an_archive_is_made_after_the_first_use_and_used_by_the_next() throws Exception {
    assertThat(patrol("", "", "you")).isEqualTo("hello you\n");
    awaitArchive();
    assertThat(patrol("", "-Xlog:class+load", "you"))
        .contains(ARCHIVED, "hello you\n")
        .doesNotContain(LOADED);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void the_users_options_win() throws Exception {
    patrol("now", "");
    assertThat(patrol("", "-Xshare:off -Xlog:class+load")).contains(LOADED);
  }

  @Test
  void the_scheduler_alone_has_both_compilers() throws Exception {
    String flags = "-XX:+PrintCommandLineFlags";
    assertThat(patrol("off", flags, "audit", "--offline")).contains("-XX:TieredStopAtLevel=1");
    assertThat(patrol("off", flags, "--color", "never", "schedule"))
        .contains("-XX:+UseSerialGC")
        .doesNotContain("TieredStopAtLevel");
    assertThat(patrol("off", flags, "schedule", "list")).contains("-XX:TieredStopAtLevel=1");
  }

  @Test
  void no_archive_is_made_or_used_when_it_is_off() throws Exception {
    patrol("off", "");
    assertThat(archive()).doesNotExist();
    patrol("now", "");
    assertThat(patrol("off", "-Xlog:class+load")).contains(LOADED);
  }

  @Test
  void a_damaged_archive_is_passed_over_without_a_word_and_made_anew() throws Throwable {
    for (boolean upper : new boolean[] {true, false}) {
      assertThat(patrol("now", "-Xlog:class+load")).contains(ARCHIVED);
      Path layer = upper || Files.notExists(base()) ? archive() : base();
      byte[] whole = Files.readAllBytes(layer);
      withNoneMade(
          () -> {
            for (byte[] damaged :
                List.of(new byte[0], new byte[9999], Arrays.copyOf(whole, whole.length / 2))) {
              Files.delete(layer);
              Files.write(layer, damaged);
              assertThat(patrol("", "", "you")).isEqualTo("hello you\n");
            }
            Files.delete(layer);
            assertThat(patrol("", "", "you")).isEqualTo("hello you\n");
          });
    }
    assertThat(patrol("now", "-Xlog:class+load")).contains(ARCHIVED);
  }

  @Test
  void an_archive_of_another_jar_is_passed_over_and_made_anew() throws Throwable {
    patrol("now", "");
    jar("dev/patrol/cli/Rehearsal.class", "Hello.class");
    Files.setLastModifiedTime(
        home.resolve("target/patrol.jar"), FileTime.from(Instant.now().minusSeconds(3600)));
    withNoneMade(() -> assertThat(patrol("", "", "you")).isEqualTo("hello you\n"));
    assertThat(patrol("now", "-Xlog:class+load")).contains(ARCHIVED);
  }

  @Test
  void an_archive_that_others_could_have_written_is_not_used() throws Throwable {
    patrol("now", "");
    Path lower = Files.exists(base()) ? base() : archive();
    withNoneMade(
        () -> {
          for (Path open : List.of(archive(), lower, archive().getParent())) {
            var before = Files.getPosixFilePermissions(open);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));
            assertThat(patrol("", "-Xlog:class+load", "you")).contains(LOADED);
            Files.setPosixFilePermissions(open, before);
          }
          assertThat(patrol("", "-Xlog:class+load", "you")).contains(ARCHIVED);
        });
  }

  @Test
  void where_no_archive_can_be_made_nothing_is_said() throws Exception {
    Files.createFile(home.resolve("target/archive"));
    assertThat(patrol("now", "", "you")).isEqualTo("hello you\n");
  }

  @Test
  void no_archive_is_made_in_a_folder_that_was_cleaned_meanwhile() throws Exception {
    assertThat(patrol("", "", "you")).isEqualTo("hello you\n");
    Path target = home.resolve("target");
    Files.delete(target.resolve("patrol.jar"));
    Files.delete(target.resolve("patrol.stamp"));
    Files.delete(target);
    awaitLaunchers();
    assertThat(target).doesNotExist();
  }

  @Test
  void a_rehearsal_that_fails_is_not_tried_again() throws Exception {
    jar("Hello.class");
    assertThat(patrol("now", "", "you")).isEqualTo("hello you\n");
    FileTime made = Files.getLastModifiedTime(archive());
    assertThat(patrol("now", "", "you")).isEqualTo("hello you\n");
    assertThat(Files.getLastModifiedTime(archive())).isEqualTo(made);
    assertThat(archive()).isEmptyFile();
  }

  @Test
  void an_archive_of_a_jar_that_was_built_anew_meanwhile_is_not_kept() throws Exception {
    Files.createDirectory(home.resolve("rules"));
    assertThat(patrol("now", "", "you")).isEqualTo("hello you\n");
    assertThat(archive()).doesNotExist();
    assertThat(leftovers()).isEmpty();
    Files.delete(home.resolve("rules"));
    assertThat(patrol("now", "-Xlog:class+load")).contains(ARCHIVED);
  }

  @Test
  void launchers_that_start_at_once_share_one_archive() throws Exception {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(start("now", "-Xlog:class+load", "you"));
    }
    for (Process process : started) {
      assertThat(output(process)).contains(ARCHIVED, "hello you\n");
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void a_lock_of_a_process_that_died_is_taken_over() throws Exception {
    Files.createDirectories(archive().getParent());
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(Path.of(archive() + ".lock"), Path.of(dead.pid() + ""));
    assertThat(patrol("now", "-Xlog:class+load")).contains(ARCHIVED);
    assertThat(leftovers()).isEmpty();
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private Path archive() {
    return home.resolve("target/archive").resolve("java" + (java() + "").replace('/', '-'));
  }

  /** The lower layer, which Java 25 has not. */
  private Path base() {
    return Path.of(archive() + ".base");
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(archive().getParent())) {
      return files
          .filter(file -> !List.of(archive(), base(), Path.of(archive() + ".of")).contains(file))
          .toList();
    }
  }

  /** It is made by a process of its own, which says nothing. */
  private void awaitArchive() throws Exception {
    Instant end = Instant.now().plus(LONG);
    Path lock = Path.of(archive() + ".lock");
    while (Files.notExists(Path.of(archive() + ".of"))
        || Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
      assertThat(Instant.now()).as("the archive is made").isBefore(end);
      Thread.sleep(50);
    }
  }

  /**
   * Takes the place of whoever makes an archive, so that launchers do as ever but make none once
   * their command has ended; until the last of them has seen that and left.
   */
  private void withNoneMade(Executable action) throws Throwable {
    Path lock = Path.of(archive() + ".lock");
    Files.createSymbolicLink(lock, Path.of(ProcessHandle.current().pid() + ""));
    action.execute();
    awaitLaunchers();
    Files.delete(lock);
  }

  private void awaitLaunchers() {
    ProcessHandle.allProcesses()
        .filter(this::isLauncher)
        .forEach(left -> left.onExit().orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join());
  }

  private boolean isLauncher(ProcessHandle process) {
    List<String> words = List.of(process.info().arguments().orElse(new String[0]));
    return words.contains(home.resolve("patrol").toString());
  }

  private String patrol(String mode, String options, String... words) throws Exception {
    return output(start(mode, options, words));
  }

  private Process start(String mode, String options, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(home.resolve("patrol").toString()));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATROL_ARCHIVE",
                mode,
                "PATROL_JAVA_OPTS",
                options));
    return builder.start();
  }

  private static String output(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
