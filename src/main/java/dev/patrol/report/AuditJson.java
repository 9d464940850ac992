package dev.patrol.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleInfo;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The file {@code audit.json}: everything, written as it comes, a line for each token. What is not
 * known is left out.
 */
final class AuditJson implements Closeable {
  static final String NAME = "audit.json";

  /** Raised whenever a reader of the older form would misread the newer one. */
  private static final int SCHEMA = 1;

  private static final int BUFFER = 1 << 16;

  private final JsonGenerator json;
  private final JsonFacts facts;
  private final Directory directory;

  AuditJson(OutputStream out, RunInfo run, Directory directory, RunCalendar calendar)
      throws IOException {
    this.directory = directory;
    json = new JsonFactory().createGenerator(new BufferedOutputStream(out, BUFFER));
    json.setPrettyPrinter(new LinePrinter());
    facts = new JsonFacts(json, calendar);
    json.writeStartObject();
    json.writeNumberField("schema", SCHEMA);
    json.writeObjectFieldStart("run");
    facts.text("id", run.id());
    facts.text("started_at", calendar.instant(run.startedAt()));
    facts.text("zone", run.zone().getId());
    facts.text("version", run.version());
    facts.text("inventory", run.inventory());
    json.writeBooleanField("offline", run.offline());
    facts.text("lang", run.lang());
    json.writeEndObject();
    json.writeArrayFieldStart("owners");
    for (Owner owner : directory.owners()) {
      facts.owner(owner);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tokens");
  }

  void add(Judgement judgement, Audience audience) throws IOException {
    json.writeStartObject();
    facts.token(judgement.token());
    facts.positions("owners", audience.owners());
    facts.text("state", judgement.state().id());
    facts.needs(judgement.needs());
    json.writeFieldName("identity");
    facts.answer(judgement.identity());
    json.writeArrayFieldStart("endpoints");
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      facts.diagnosis(diagnosis);
    }
    json.writeEndArray();
    findings(judgement.findings(), audience::owners);
    facts.ruleErrors(judgement.errors());
    json.writeEndObject();
  }

  /** Writes the rest and completes the file. */
  void finish(RunSummary summary, List<InventoryIssue> issues, Totals totals) throws IOException {
    json.writeEndArray();
    findings(summary.across(), finding -> Audience.owners(directory, finding));
    json.writeArrayFieldStart("inventory_issues");
    for (InventoryIssue issue : issues) {
      facts.issue(issue);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : summary.rules()) {
      facts.rule(rule);
    }
    json.writeEndArray();
    requests(summary, totals);
    facts.totals(totals);
    facts.flips(summary.flips());
    facts.list("notes", summary.notes());
    facts.failedRules(summary.failedRules());
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  /** Lets go of the file, complete or not. */
  @Override
  public void close() throws IOException {
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    json.close();
  }

  private void findings(List<Finding> findings, Function<Finding, List<Integer>> owners)
      throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      facts.finding(finding, owners.apply(finding));
    }
    json.writeEndArray();
  }

  private void requests(RunSummary summary, Totals totals) throws IOException {
    json.writeObjectFieldStart("requests");
    json.writeNumberField("sent", summary.requestsSent());
    json.writeNumberField("shared", summary.requestsShared());
    json.writeNumberField("unanswered", totals.unanswered());
    json.writeObjectFieldStart("by_account");
    for (Map.Entry<String, Long> account : summary.requestsByAccount().entrySet()) {
      json.writeNumberField(SafeText.of(account.getKey()), account.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Breaks lines down to a token, a finding or an issue and no further. */
  private static final class LinePrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 2;

    LinePrinter() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.NONE)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      Indenter lines = new Lines();
      indentArraysWith(lines);
      indentObjectsWith(lines);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
      if (_nesting > DEEPEST) {
        _nesting--;
        out.writeRaw('}');
      } else {
        super.writeEndObject(out, entries);
      }
    }

    @Override
    public void writeEndArray(JsonGenerator out, int items) throws IOException {
      if (_nesting > DEEPEST) {
        _nesting--;
        out.writeRaw(']');
      } else {
        super.writeEndArray(out, items);
      }
    }

    @Override
    public LinePrinter createInstance() {
      return new LinePrinter();
    }
  }

  private static final class Lines extends DefaultIndenter {
    private static final long serialVersionUID = 1L;

    Lines() {
      super("  ", "\n");
    }

    @Override
    public void writeIndentation(JsonGenerator out, int level) throws IOException {
      if (level <= LinePrinter.DEEPEST) {
        super.writeIndentation(out, level);
      }
    }
  }
}
