package dev.patrol.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Probed;
import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as they come, a line of JSON for each dossier, packed. What is not a dossier comes
 * first, an operation right before the first dossier that calls it.
 */
public final class FactsWriter implements Closeable {
  /** The file's name in a report. */
  public static final String NAME = "facts.jsonl.gz";

  private final JsonGenerator json;
  private final Set<String> operations = new HashSet<>();
  private long dossiers;

  /** Takes over the stream. */
  public FactsWriter(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(new FastGzip(out));
    json.setRootValueSeparator(null);
  }

  /** Packs at the fastest level: the file is read rarely and written every night. */
  private static final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER = 1 << 15;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Writes what is known before the first dossier. */
  public void begin(FactsHead head, List<Workspace> workspaces, List<Waiver> waivers)
      throws IOException {
    json.setCodec(FactLines.JSON);
    json.writeStartObject();
    json.writeNumberField("facts", FactLines.FORMAT);
    json.writePOJOField("run", head);
    json.writeEndObject();
    json.writeRaw('\n');
    for (Workspace workspace : workspaces) {
      line("workspace", MaskedRows.of(workspace));
    }
    for (Waiver waiver : waivers) {
      line("waiver", MaskedRows.of(waiver));
    }
  }

  /**
   * Writes the next dossier.
   *
   * @param secret a number by which tokens with the same secret are told, or null
   */
  public void add(Probed probed, @Nullable Integer secret) throws IOException {
    operation(probed.identity().operation());
    for (Endpoint endpoint : probed.dossier().endpoints()) {
      operation(endpoint.operation());
      operation(endpoint.meant());
    }
    for (var answer : probed.answers()) {
      operation(answer.operation());
    }
    line("dossier", DossierNote.of(probed, secret));
    dossiers++;
  }

  private void operation(@Nullable Operation operation) throws IOException {
    if (operation != null && operations.add(operation.id())) {
      line("operation", operation);
    }
  }

  private void line(String kind, Object value) throws IOException {
    json.writeStartObject();
    json.writePOJOField(kind, value);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Says that nothing is missing. */
  public void finish() throws IOException {
    json.writeStartObject();
    json.writeNumberField("dossiers", dossiers);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Lets go of the file, complete or not. */
  @Override
  public void close() throws IOException {
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    json.close();
  }
}
