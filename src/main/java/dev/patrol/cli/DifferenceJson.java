package dev.patrol.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.TokenState;
import dev.patrol.report.published.Difference;
import dev.patrol.report.published.Difference.EndpointChange;
import dev.patrol.report.published.Difference.EndpointState;
import dev.patrol.report.published.Difference.FindingChange;
import dev.patrol.report.published.Difference.FindingState;
import dev.patrol.report.published.Difference.Kind;
import dev.patrol.report.published.Difference.TokenChange;
import dev.patrol.report.published.RunHead;
import dev.patrol.report.published.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what is different between two runs for programs. */
final class DifferenceJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private final ZoneId zone;
  private final ObjectNode json = MAPPER.createObjectNode();

  private DifferenceJson(ZoneId zone) {
    this.zone = zone;
  }

  static void print(RunHead before, RunHead after, Difference difference, PrintWriter out) {
    DifferenceJson made = new DifferenceJson(after.zone());
    made.put(before, after, difference);
    try {
      // The mapper breaks lines as the system does.
      out.print(MAPPER.writeValueAsString(made.json).replace("\r\n", "\n") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(RunHead before, RunHead after, Difference difference) {
    head(json.putObject("before"), before);
    head(json.putObject("after"), after);
    json.put("same_inventory", before.inventory().equals(after.inventory()));
    ObjectNode totals = json.putObject("totals");
    for (Kind kind : Kind.values()) {
      totals.put("findings_" + word(kind), difference.findings(kind));
    }
    totals.put("endpoints_changed", difference.endpoints().size());
    totals.put("tokens_changed", difference.tokens().size());
    ArrayNode findings = json.putArray("findings");
    difference.findings().forEach(change -> finding(findings.addObject(), change));
    ArrayNode endpoints = json.putArray("endpoints");
    difference.endpoints().forEach(change -> endpoint(endpoints.addObject(), change));
    ArrayNode tokens = json.putArray("tokens");
    difference.tokens().forEach(change -> token(tokens.addObject(), change));
  }

  private void head(ObjectNode node, RunHead run) {
    node.put("run", run.id());
    node.put("started_at", instant(run.startedAt()));
    node.put("inventory", run.inventory());
  }

  private void finding(ObjectNode node, FindingChange change) {
    Subject subject = change.key().subject();
    node.put("change", word(change.kind()));
    node.put("rule", change.key().rule());
    text(node, "token", subject.token());
    text(node, "endpoint", subject.endpoint());
    text(node, "workspace", subject.workspace());
    text(node, "holder", subject.holder());
    node.put("title", change.title());
    if (change.kind() == Kind.VANISHED) {
      node.put("fixed", change.fixed());
    }
    state(node, "before", change.before());
    state(node, "after", change.after());
  }

  private void state(ObjectNode node, String name, @Nullable FindingState state) {
    if (state != null) {
      ObjectNode side = node.putObject(name);
      side.put("severity", state.severity().id());
      side.put("status", state.waived() ? "waived" : "open");
      if (state.due() != null) {
        side.put("due", instant(state.due()));
      }
    }
  }

  private static void endpoint(ObjectNode node, EndpointChange change) {
    node.put("change", word(change.kind()));
    node.put("endpoint", change.endpoint());
    node.put("token", change.token());
    state(node, "before", change.before());
    state(node, "after", change.after());
  }

  private static void state(ObjectNode node, String name, @Nullable EndpointState state) {
    if (state != null) {
      node.putObject(name).put("verdict", state.verdict().id()).put("cause", state.cause().id());
    }
  }

  private static void token(ObjectNode node, TokenChange change) {
    node.put("change", word(change.kind()));
    node.put("token", change.token());
    state(node, "before", change.before());
    state(node, "after", change.after());
  }

  private static void state(ObjectNode node, String name, @Nullable TokenState state) {
    if (state != null) {
      node.put(name, state.id());
    }
  }

  private static void text(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  private String instant(Instant instant) {
    return INSTANT.format(instant.atZone(zone));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
