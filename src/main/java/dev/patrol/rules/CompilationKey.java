package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.source.FileHashes;
import dev.patrol.rules.source.ParsedRules;
import dev.patrol.rules.source.RuleFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.drools.model.Model;

/**
 * What tells one compilation of rules from another: Patrol itself, Drools, the JDK, the settings of
 * rules, and name and content of every file that has a say.
 */
final class CompilationKey {
  private static final int FORMAT = 3;

  /** Patrol's packages that rules are compiled with. */
  private static final String ROOT = "dev/patrol/";

  private static final List<String> PARTS = List.of("model", "rules");

  private final MessageDigest digest = FileHashes.sha256();

  private CompilationKey() {}

  /**
   * The key of a folder and all that is known of it.
   *
   * @param folder as the user wrote it, which stands in warnings
   * @throws IOException when a file of texts or Patrol's own classes cannot be read
   */
  static String ofFolder(Path folder, List<RuleFile> files, RuleSettings settings, String jdk)
      throws IOException {
    CompilationKey key = new CompilationKey();
    key.addCompiler(jdk);
    key.add(Path.of("").toAbsolutePath().toString());
    key.add(folder.toString());
    key.add(settings);
    files.forEach(key::add);
    for (Path texts : RuleManifest.texts(folder)) {
      key.add(String.valueOf(texts.getFileName()));
      key.add(Files.readAllBytes(texts));
    }
    return key.hex();
  }

  /**
   * The keys of the packages that files declare, by name; they must hold nothing but rules.
   *
   * @throws IOException when Patrol's own classes cannot be read
   */
  static Map<String, String> ofPackages(List<RuleFile> files, ParsedRules parsed, String jdk)
      throws IOException {
    CompilationKey compiler = new CompilationKey();
    compiler.addCompiler(jdk);
    String made = compiler.hex();
    Map<String, CompilationKey> keys = new TreeMap<>();
    for (RuleFile file : files) {
      keys.computeIfAbsent(parsed.packageOf(file), name -> new CompilationKey()).add(file);
    }
    Map<String, String> packages = new TreeMap<>();
    keys.forEach(
        (name, key) -> {
          key.add(made);
          packages.put(name, key.hex());
        });
    return packages;
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addCompiler(String jdk) throws IOException {
    add("format " + FORMAT);
    add(jdk);
    addCode(RuleInfo.class);
    addCode(Model.class);
  }

  private void add(RuleSettings settings) {
    add(String.join(" ", settings.off()));
    add(String.valueOf(settings.severities()));
    add(String.join(" ", settings.allowedImports()));
  }

  private void add(RuleFile file) {
    add(file.name());
    add(file.text());
  }

  static String jdk() {
    return System.getProperty("java.vm.vendor") + " " + Runtime.version();
  }

  /** Libraries have their version in their name; Patrol's own code may change without it. */
  private void addCode(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("nothing tells where " + type.getName() + " comes from");
    }
    Path place;
    try {
      place = Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    add(String.valueOf(place.getFileName()));
    if (!type.getName().startsWith("dev.patrol.")) {
      return;
    }
    if (Files.isRegularFile(place)) {
      addClasses(place);
      return;
    }
    for (String part : PARTS) {
      try (Stream<Path> classes = Files.walk(place.resolve(ROOT).resolve(part))) {
        for (Path file : classes.filter(Files::isRegularFile).sorted().toList()) {
          add(Files.readAllBytes(file));
        }
      }
    }
  }

  /** By the checksums that the jar has of them, since reading all of it takes far longer. */
  private void addClasses(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      file.stream()
          .filter(entry -> PARTS.stream().anyMatch(p -> entry.getName().startsWith(ROOT + p + "/")))
          .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
          .sorted()
          .forEach(this::add);
    }
  }

  private void add(String text) {
    add(text.getBytes(UTF_8));
  }

  /** With its length before it, so that no two lists of parts look alike. */
  private void add(byte[] part) {
    digest.update((part.length + ":").getBytes(UTF_8));
    digest.update(part);
  }
}
