package dev.patrol.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules on disk, for the next start; those that were used last are kept. They are code:
 * files that anybody else could have written are neither read nor written, and whatever goes wrong
 * only costs the time of compiling. Safe for use by several processes.
 */
public final class RuleCache {
  /** No cache. */
  public static final RuleCache OFF = new RuleCache(null);

  private static final int KEPT = 8;
  private static final String NAME = "rules-";
  private static final String DRAFT = "draft-";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(RuleCache.class);

  private final @Nullable Path folder;

  private RuleCache(@Nullable Path folder) {
    this.folder = folder;
  }

  /** A cache in that folder, which is made when it is first written to. */
  public static RuleCache in(Path folder) {
    return new RuleCache(folder);
  }

  /** Where programs keep such files: {@code $XDG_CACHE_HOME}, else {@code ~/.cache}. */
  public static RuleCache standard(Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (named.startsWith("/")) {
      return in(Path.of(named, "patrol"));
    }
    return home.startsWith("/") ? in(Path.of(home, ".cache", "patrol")) : OFF;
  }

  Optional<RuleModule> find(String key) {
    if (folder == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(NAME + key);
    Optional<RuleModule> found = read(folder, file);
    found.ifPresent(module -> touch(file));
    return found;
  }

  /** What is used stays longer than what was only written later, such as drafts of an edit. */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("the use of compiled rules could not be noted: {}", e.toString());
    }
  }

  /**
   * Packages of modules that are kept.
   *
   * @param keys of the packages that are wanted, by name
   * @return those that are there, by name
   */
  Map<String, CompiledPackage> packages(Map<String, String> keys) {
    Map<String, CompiledPackage> found = new HashMap<>();
    if (folder == null || keys.isEmpty() || !Files.exists(folder)) {
      return found;
    }
    try {
      for (Path file : newestFirst(folder)) {
        if (found.size() == keys.size()) {
          break;
        }
        Map<String, CompiledPackage> kept = new HashMap<>();
        read(folder, file).ifPresent(module -> kept.putAll(module.compiled().packages()));
        kept.entrySet().removeIf(each -> !each.getValue().key().equals(keys.get(each.getKey())));
        found.putAll(kept);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("compiled rules could not be looked for: {}", e.toString());
    }
    return found;
  }

  private static Optional<RuleModule> read(Path folder, Path file) {
    try {
      if (!Files.exists(file) || !isOwn(folder) || !isOwn(file)) {
        return Optional.empty();
      }
      Optional<RuleModule> module = ModuleBytes.read(Files.readAllBytes(file));
      if (module.isEmpty()) {
        LOG.debug("{} is damaged and not used", file);
      }
      return module;
    } catch (IOException | RuntimeException e) {
      LOG.debug("compiled rules could not be read: {}", e.toString());
      return Optional.empty();
    }
  }

  void keep(String key, RuleModule module) {
    if (folder == null) {
      return;
    }
    try {
      makeFolder(folder);
      if (!isOwn(folder)) {
        LOG.debug("others can write to {}; nothing is kept there", folder);
        return;
      }
      Path draft = Files.createTempFile(folder, DRAFT, "");
      try {
        Files.write(draft, ModuleBytes.write(module));
        Files.move(draft, folder.resolve(NAME + key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      removeOld(folder, folder.resolve(NAME + key));
    } catch (IOException | RuntimeException e) {
      LOG.debug("compiled rules could not be kept: {}", e.toString());
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.exists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Whether it is this user's and nobody else can write to it; a link is nobody's. */
  private static boolean isOwn(Path place) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return !attributes.isSymbolicLink()
        && isUser(attributes.owner().getName())
        && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
        && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Java calls a user without a name, as there are in containers, a question mark. */
  private static boolean isUser(String owner) throws IOException {
    Path process = Path.of("/proc/self");
    return owner.equals(System.getProperty("user.name"))
        || (Files.exists(process) && owner.equals(Files.getOwner(process).getName()));
  }

  /** Drafts of processes that died are removed, too. */
  private static void removeOld(Path folder, Path newest) throws IOException {
    Instant now = modified(newest).toInstant();
    for (Path draft : files(folder, DRAFT)) {
      if (modified(draft).toInstant().isBefore(now.minus(ABANDONED))) {
        Files.deleteIfExists(draft);
      }
    }
    for (Path old : newestFirst(folder).stream().skip(KEPT).toList()) {
      Files.deleteIfExists(old);
    }
  }

  private static List<Path> newestFirst(Path folder) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    files(folder, NAME).forEach(file -> times.put(file, modified(file)));
    return times.keySet().stream()
        .sorted(Comparator.<Path, FileTime>comparing(times::get).reversed())
        .toList();
  }

  private static List<Path> files(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix)).toList();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // Another process has removed it meanwhile.
      return FileTime.fromMillis(0);
    }
  }
}
