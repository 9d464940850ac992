package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.FileHashes;
import dev.patrol.rules.source.RuleFile;
import dev.patrol.rules.source.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of all files of a rules folder that have a say, as {@code rules.lock} keeps them. The
 * file is one that {@code sha256sum -c} reads in that folder.
 */
public final class RuleManifest {
  /** Its name in the rules folder. */
  public static final String NAME = "rules.lock";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");
  private static final Pattern TEXTS = Pattern.compile("messages_[A-Za-z]+\\.properties");
  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  private RuleManifest() {}

  /** The files of texts beside the rules, by name. */
  static List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> TEXTS.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  /**
   * Writes the manifest of a folder as it is now.
   *
   * @return how many files it names
   * @throws ProblemsException when a file cannot be read, or the manifest not be written
   */
  public static int write(Path folder) {
    RuleFolder read = RuleFolder.read(folder);
    if (!read.problems().isEmpty()) {
      throw new ProblemsException(read.problems());
    }
    Path manifest = folder.resolve(NAME);
    try {
      SortedMap<String, String> hashes = new TreeMap<>();
      for (RuleFile file : read.files()) {
        hashes.put(file.name(), hash(Files.readAllBytes(folder.resolve(file.name()))));
      }
      for (Path texts : texts(folder)) {
        hashes.put(String.valueOf(texts.getFileName()), hash(Files.readAllBytes(texts)));
      }
      StringBuilder lines = new StringBuilder();
      hashes.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
      Path draft = folder.resolve(NAME + ".new");
      Files.writeString(draft, lines, UTF_8);
      Files.move(draft, manifest, StandardCopyOption.REPLACE_EXISTING);
      return hashes.size();
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(manifest.toString(), "cannot be written: " + e.getMessage()));
    }
  }

  /**
   * Refuses a folder that is not as its manifest says.
   *
   * @throws ProblemsException with every file that was changed, added or removed, or that there is
   *     no manifest
   */
  public static void check(Path folder) {
    check(folder, RuleFolder.read(folder).files());
  }

  /** As {@link #check(Path)}, of rule files as they were read, so that these very ones are used. */
  static void check(Path folder, List<RuleFile> files) {
    SortedMap<String, String> locked = read(folder.resolve(NAME));
    List<Problem> problems = new ArrayList<>();
    try {
      for (RuleFile file : files) {
        byte[] text = file.text().getBytes(UTF_8);
        // A byte order mark is taken off while reading, and changes nothing.
        compare(file.shown(), locked.remove(file.name()), List.of(hash(text), hash(MARK, text)))
            .forEach(problems::add);
      }
      for (Path texts : texts(folder)) {
        String name = String.valueOf(texts.getFileName());
        compare(texts.toString(), locked.remove(name), List.of(hash(Files.readAllBytes(texts))))
            .forEach(problems::add);
      }
    } catch (IOException e) {
      problems.add(Problem.in(folder.toString(), "cannot be read: " + e.getMessage()));
    }
    for (Map.Entry<String, String> missing : locked.entrySet()) {
      problems.add(
          Problem.in(
              folder.resolve(missing.getKey()).toString(),
              "stands in " + NAME + " and is not there"));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private static List<Problem> compare(String shown, @Nullable String locked, List<String> found) {
    if (locked == null) {
      return List.of(Problem.in(shown, "does not stand in " + NAME));
    }
    return found.contains(locked)
        ? List.of()
        : List.of(Problem.in(shown, "is not the file that " + NAME + " stands for"));
  }

  private static SortedMap<String, String> read(Path manifest) {
    SortedMap<String, String> locked = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(manifest, UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        Matcher line = LINE.matcher(lines.get(i));
        if (line.matches()) {
          locked.put(line.group(2), line.group(1));
        } else {
          problems.add(
              new Problem(
                  manifest.toString(), i + 1, 0, "expected a SHA-256, two spaces and a file"));
        }
      }
    } catch (IOException e) {
      problems.add(
          Problem.in(
              manifest.toString(),
              "expected the manifest that `patrol rules lock` writes, found none"));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return locked;
  }

  private static String hash(byte[]... parts) {
    MessageDigest digest = FileHashes.sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
