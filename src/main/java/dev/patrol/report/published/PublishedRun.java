package dev.patrol.report.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A published report, to be read again. Its beginning is kept, all else is handed on as it is read,
 * so that memory does not grow with it.
 */
public final class PublishedRun {
  /** The name that stands for the newest report. */
  public static final String LATEST = "latest";

  private static final String FILE = "audit.json";

  /** The newest form of the file that can be read. */
  private static final int SCHEMA = 1;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** So many names fit into a message. */
  private static final int NAMED = 8;

  private final Path folder;
  private final RunHead head;
  private final List<PublishedOwner> owners;

  private PublishedRun(Path folder, RunHead head, List<PublishedOwner> owners) {
    this.folder = folder;
    this.head = head;
    this.owners = List.copyOf(owners);
  }

  /**
   * Finds a published report and reads its beginning.
   *
   * @param reports the folder of all reports
   * @param run the run's name, or {@link #LATEST}
   * @throws UncheckedIOException when there is none of that name, or it cannot be read; the message
   *     tells which there are, or what is wrong where
   */
  public static PublishedRun open(Path reports, String run) {
    try {
      return open(folder(reports, run));
    } catch (IOException e) {
      throw new UncheckedIOException(message(e), e);
    }
  }

  /** The names of the published reports in a folder, sorted; none when the folder is missing. */
  public static List<String> names(Path reports) {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(reports)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals(LATEST) && NAME.matcher(name).matches())
          .filter(name -> Files.isRegularFile(reports.resolve(name).resolve(FILE)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(reports + ": cannot be listed", e);
    }
  }

  private static Path folder(Path reports, String run) throws IOException {
    String name = run.equals(LATEST) ? latest(reports) : run;
    Path folder = reports.resolve(NAME.matcher(name).matches() ? name : ".");
    if (name.isEmpty() || !Files.isRegularFile(folder.resolve(FILE)) || folder.endsWith(".")) {
      throw new NoSuchFileException(
          "%s: there is no report of a run \"%s\"; %s".formatted(reports, run, there(reports)));
    }
    return folder;
  }

  /** Where the system has no links it is a file that holds the name. */
  private static String latest(Path reports) throws IOException {
    Path pointer = reports.resolve(LATEST);
    if (Files.isSymbolicLink(pointer)) {
      return String.valueOf(Files.readSymbolicLink(pointer).getFileName());
    }
    return Files.isRegularFile(pointer) ? Files.readString(pointer, UTF_8).strip() : "";
  }

  private static String there(Path reports) {
    List<String> names = names(reports);
    int size = names.size();
    if (size == 0) {
      return "no run has a report there yet";
    }
    String last = String.join(", ", names.subList(Math.max(0, size - NAMED), size));
    return size > NAMED ? "the last of " + size + " are " + last : "there are " + last;
  }

  private static PublishedRun open(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try (JsonFile json = new JsonFile(file)) {
      try {
        return open(folder, json);
      } catch (JsonProcessingException e) {
        throw json.damaged(e);
      }
    }
  }

  private static PublishedRun open(Path folder, JsonFile json) throws IOException {
    RunHead head = null;
    List<PublishedOwner> owners = new ArrayList<>();
    json.begin();
    for (String field = json.nextField();
        field != null && !field.equals("tokens");
        field = json.nextField()) {
      switch (field) {
        case "schema" -> expectSchema(folder, json.number());
        case "run" -> head = RunParts.head(json);
        case "owners" -> owners.addAll(json.list(() -> RunParts.owner(json)));
        default -> json.skip();
      }
    }
    if (head == null) {
      throw json.damaged("it does not say of which run it is");
    }
    return new PublishedRun(folder, head, owners);
  }

  private static void expectSchema(Path folder, long schema) throws IOException {
    if (schema < 1 || schema > SCHEMA) {
      throw new IOException(
          "%s: is of schema %d, expected %d at most; use the newer Patrol that wrote it"
              .formatted(folder.resolve(FILE), schema, SCHEMA));
    }
  }

  /** The report's folder. */
  public Path folder() {
    return folder;
  }

  /** What it says about the run. */
  public RunHead head() {
    return head;
  }

  /** Who has a page, as tokens and findings name them by position; none in an older report. */
  public List<PublishedOwner> owners() {
    return owners;
  }

  /**
   * Reads all of it.
   *
   * @throws UncheckedIOException when it cannot be read to its end; the message tells where
   */
  public void read(RunVisitor visitor) {
    try (JsonFile json = new JsonFile(folder.resolve(FILE))) {
      try {
        read(json, visitor);
      } catch (JsonProcessingException e) {
        throw json.damaged(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(message(e), e);
    }
  }

  private void read(JsonFile json, RunVisitor visitor) throws IOException {
    RunParts parts = new RunParts(json, owners.size());
    json.begin();
    for (String field = json.nextField(); field != null; field = json.nextField()) {
      switch (field) {
        case "tokens" -> json.array(() -> parts.token(visitor));
        case "findings" -> json.array(() -> parts.finding(visitor));
        case "rules" -> json.array(() -> RunParts.rule(json, visitor));
        case "flips" -> visitor.flips(RunParts.flips(json));
        default -> json.skip();
      }
    }
  }

  private static String message(IOException e) {
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
