package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hidden folder in which a report grows until it is complete and gets its name. */
final class Staging {
  /** What points at the newest complete report. */
  static final String LATEST = "latest";

  private final Path reports;
  private final String run;
  private final Path folder;
  private final boolean again;
  private final Set<Path> made = new HashSet<>();
  private final LastingFiles lasting = new LastingFiles();

  private Staging(Path reports, String run, Path folder, boolean again) {
    this.reports = reports;
    this.run = run;
    this.folder = folder;
    this.again = again;
  }

  /** Makes the folder. */
  static Staging create(Path reports, String run) throws IOException {
    refuseExisting(reports.resolve(run));
    return make(reports, run, false);
  }

  /** Makes the folder for a run that may have been published already. */
  static Staging recreate(Path reports, String run) throws IOException {
    sweep(reports, run);
    return make(reports, run, true);
  }

  /** Removes the folders that a run has left behind. */
  static void sweep(Path reports, String run) throws IOException {
    if (Files.notExists(reports)) {
      return;
    }
    Pattern part = Pattern.compile(Pattern.quote("." + run + ".part") + "[0-9]+");
    try (Stream<Path> paths = Files.list(reports)) {
      for (Path left :
          paths.filter(path -> part.matcher(path.getFileName().toString()).matches()).toList()) {
        new Staging(reports, run, left, false).discard();
      }
    }
  }

  private static Staging make(Path reports, String run, boolean again) throws IOException {
    Files.createDirectories(reports);
    for (int attempt = 1; ; attempt++) {
      try {
        Path folder = Files.createDirectory(reports.resolve("." + run + ".part" + attempt));
        return new Staging(reports, run, folder, again);
      } catch (FileAlreadyExistsException taken) {
        // Somebody else's, or left by a crash: the next number is free at some point.
      }
    }
  }

  /** Begins a file, named relative to the report. */
  BufferedWriter begin(String name) throws IOException {
    return Files.newBufferedWriter(place(name), UTF_8, StandardOpenOption.CREATE_NEW);
  }

  /** As {@link #begin}, for bytes that come in large pieces. For any thread. */
  OutputStream beginBytes(String name) throws IOException {
    return Files.newOutputStream(
        place(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Says that a file is complete and closed, so that it can be made to last. */
  void complete(String name) {
    lasting.begin(folder.resolve(name));
  }

  private synchronized Path place(String name) throws IOException {
    Path file = folder.resolve(name);
    if (made.add(file.getParent())) {
      Files.createDirectories(file.getParent());
    }
    return file;
  }

  /** Begins a file that nobody but its owner may read. */
  OutputStream beginPrivate(String name) throws IOException {
    Path file = folder.resolve(name);
    FileAttribute<?>[] owner =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return Channels.newOutputStream(
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner));
  }

  /** Begins a file that holds what is written later; it must be closed before publishing. */
  Spool spool() throws IOException {
    return new Spool(folder.resolve(".spool"));
  }

  /** Makes all of it last, gives it its name and lets {@link #LATEST} point at it. */
  Path publish() throws IOException {
    Path published = reports.resolve(run);
    if (again && Files.exists(published, LinkOption.NOFOLLOW_LINKS)) {
      discard();
      pointLatest();
      return published;
    }
    lasting.finish(contents());
    lasting.close();
    refuseExisting(published);
    Files.move(folder, published, StandardCopyOption.ATOMIC_MOVE);
    LastingFiles.forceFolder(reports);
    pointLatest();
    return published;
  }

  /** Removes what has been written; does nothing once published. */
  void discard() throws IOException {
    lasting.close();
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : contents()) {
        Files.delete(path);
      }
    }
  }

  private void pointLatest() throws IOException {
    Path pointer = reports.resolve("." + run + "." + LATEST);
    Files.deleteIfExists(pointer);
    try {
      Files.createSymbolicLink(pointer, Path.of(run));
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.writeString(pointer, run + "\n", UTF_8);
    }
    try {
      Files.move(pointer, reports.resolve(LATEST), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(pointer);
      throw new IOException(
          reports.resolve(LATEST) + ": could not be replaced; the report is complete in " + run, e);
    }
    LastingFiles.forceFolder(reports);
  }

  /** Children before their parents. */
  private List<Path> contents() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static void refuseExisting(Path report) throws IOException {
    if (Files.exists(report, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          report.toString(), null, "a report of that run is there already; choose another run id");
    }
  }
}
