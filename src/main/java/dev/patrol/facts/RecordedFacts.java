package dev.patrol.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patrol.model.Operation;
import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an earlier run: its beginning is kept, dossiers are handed out as they are read, so
 * that memory does not grow with them.
 */
public final class RecordedFacts implements Iterator<RecordedDossier>, AutoCloseable {
  private final Path file;
  private final BufferedReader lines;
  private final FactsHead head;
  private final List<Workspace> workspaces = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private final Map<String, Workspace> byId = new HashMap<>();
  private final Map<String, Operation> operations = new HashMap<>();
  private @Nullable RecordedDossier next;
  private long read;
  private long line;

  private RecordedFacts(Path file, BufferedReader lines) throws IOException {
    this.file = file;
    this.lines = lines;
    this.head = head(node());
    this.next = advance();
  }

  /**
   * Opens the facts of a report.
   *
   * @param report the report's folder
   * @throws UncheckedIOException when there are none, or they cannot be read; the message says why
   */
  public static RecordedFacts open(Path report) {
    Path file = report.resolve(FactsWriter.NAME);
    if (!Files.isRegularFile(file)) {
      throw failure(
          file + ": is not there; the run was made by an older Patrol, which recorded no facts",
          null);
    }
    try {
      var bytes = Files.newInputStream(file);
      try {
        return new RecordedFacts(
            file,
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(bytes, 1 << 16), StandardCharsets.UTF_8)));
      } catch (IOException | RuntimeException e) {
        bytes.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(file + ": " + reason(e), e);
    }
  }

  /** What the run was. */
  public FactsHead head() {
    return head;
  }

  /** All workspaces of the inventory. */
  public List<Workspace> workspaces() {
    return List.copyOf(workspaces);
  }

  /** All waivers of the inventory. */
  public List<Waiver> waivers() {
    return List.copyOf(waivers);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /**
   * The next dossier, in the inventory's order.
   *
   * @throws UncheckedIOException when the file is damaged or cut short
   */
  @Override
  public RecordedDossier next() {
    RecordedDossier current = next;
    if (current == null) {
      throw new NoSuchElementException("all dossiers were given out");
    }
    try {
      next = advance();
    } catch (IOException e) {
      throw failure(file + ": " + reason(e), e);
    }
    return current;
  }

  private @Nullable RecordedDossier advance() throws IOException {
    while (true) {
      JsonNode node = node();
      if (node.has("dossier")) {
        read++;
        return FactLines.JSON
            .treeToValue(node.get("dossier"), DossierNote.class)
            .dossier(operations, byId, file + ":" + line);
      } else if (node.has("operation")) {
        Operation operation = FactLines.JSON.treeToValue(node.get("operation"), Operation.class);
        operations.put(operation.id(), operation);
      } else if (node.has("workspace")) {
        Workspace workspace = FactLines.JSON.treeToValue(node.get("workspace"), Workspace.class);
        workspaces.add(workspace);
        byId.put(workspace.id(), workspace);
      } else if (node.has("waiver")) {
        waivers.add(FactLines.JSON.treeToValue(node.get("waiver"), Waiver.class));
      } else if (node.path("dossiers").asLong(-1) == read) {
        return null;
      } else {
        throw new IOException("line " + line + ": expected the end after " + read + " dossiers");
      }
    }
  }

  private FactsHead head(JsonNode node) throws IOException {
    int format = node.path("facts").asInt();
    if (format != FactLines.FORMAT) {
      throw new IOException(
          "is of format %d, expected %d; use the Patrol that wrote it"
              .formatted(format, FactLines.FORMAT));
    }
    return FactLines.JSON.treeToValue(node.path("run"), FactsHead.class);
  }

  private JsonNode node() throws IOException {
    String text = lines.readLine();
    line++;
    if (text == null) {
      throw new EOFException("ends too early");
    }
    return FactLines.JSON.readTree(text);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw failure(file + ": " + reason(e), e);
    }
  }

  private static UncheckedIOException failure(String message, @Nullable IOException cause) {
    return new UncheckedIOException(message, cause == null ? new IOException(message) : cause);
  }

  /** The parser's own messages quote the text. */
  private static String reason(IOException e) {
    if (e instanceof JsonProcessingException || e instanceof ZipException) {
      return "is damaged";
    }
    return e instanceof EOFException || e.getMessage() == null ? "is cut short" : e.getMessage();
  }
}
