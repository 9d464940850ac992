package dev.patrol.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The journals of a reports folder: one for each run that has begun and was not published. */
public final class Unfinished {
  private static final String SUFFIX = ".journal";

  private final Path folder;

  /** The journals below a folder that is made when it is needed. */
  public Unfinished(Path folder) {
    this.folder = folder;
  }

  /**
   * Begins a run's journal.
   *
   * @param id the run's name
   * @param run what a later process must know of it, a JSON value
   * @throws UncheckedIOException when there is one already or it cannot be written
   */
  public FileJournal begin(String id, String run) {
    try {
      OwnerOnly.makeFolder(folder);
      return FileJournal.create(file(id), run);
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(
          "run " + id + " has begun already and is not finished; resume it or choose another id",
          e);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The names of the runs, sorted. */
  public List<String> runs() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Opens a run's journal to go on with it.
   *
   * @return nothing when there is none, another process is at it, or it ended before it had begun
   */
  public Optional<FileJournal> open(String id) {
    try {
      return Files.exists(file(id)) ? FileJournal.open(file(id)) : Optional.empty();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** What was kept of a run when it began; nothing when it is gone or never really began. */
  public Optional<String> peek(String id) {
    try {
      return FileJournal.peek(file(id));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Path file(String run) {
    return folder.resolve(run + SUFFIX);
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        "The progress of runs cannot be kept in " + folder + ": " + e.getMessage(), e);
  }
}
