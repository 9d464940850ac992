package dev.patrol.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.audit.ReplayDifference;
import dev.patrol.audit.ReplayDifference.Change;
import dev.patrol.audit.ReplayDifference.EndpointChange;
import dev.patrol.audit.ReplayDifference.Kind;
import dev.patrol.audit.ReplayDifference.RuleChanges;
import dev.patrol.audit.ReplayDifference.State;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what other rules would have said of a run for programs. */
final class ReplayJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReplayJson() {}

  static void print(ReplayListing listing, ReplayDifference difference, PrintWriter out) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("run", listing.head().run());
    json.put("as_of", listing.head().startedAt().toString());
    json.put("rules", listing.folder());
    json.put("tokens", difference.dossiers());
    var files = json.putArray("changed_files");
    listing.changedFiles().forEach(files::add);
    var policy = json.putArray("changed_policy");
    listing.changedPolicy().forEach(policy::add);
    ObjectNode totals = json.putObject("totals");
    for (Kind kind : Kind.values()) {
      totals.put(word(kind), difference.findings(kind));
    }
    totals.put("endpoints", difference.endpointCount());
    var rules = json.putArray("changes");
    difference.byRule().forEach((id, changes) -> rule(rules.addObject(), id, changes));
    var endpoints = json.putArray("endpoints");
    difference.endpoints().forEach(change -> endpoint(endpoints.addObject(), change));
    var errors = json.putArray("errors");
    listing
        .errors()
        .forEach(
            error -> {
              ObjectNode node = errors.addObject().put("rule", error.rule().id());
              text(node, "token", error.token());
              node.put("message", error.message());
            });
    try {
      // The mapper breaks lines as the system does.
      out.print(MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rule(ObjectNode node, String id, RuleChanges changes) {
    node.put("rule", id);
    for (Kind kind : Kind.values()) {
      node.put(word(kind), changes.count(kind));
    }
    var first = node.putArray("findings");
    changes.first().forEach(change -> finding(first.addObject(), change));
  }

  private static void finding(ObjectNode node, Change change) {
    node.put("change", word(change.kind()));
    text(node, "token", change.subject().token());
    text(node, "endpoint", change.subject().endpoint());
    text(node, "workspace", change.subject().workspace());
    text(node, "holder", change.subject().holder());
    state(node, "before", change.before());
    state(node, "after", change.after());
  }

  private static void state(ObjectNode node, String name, @Nullable State state) {
    if (state != null) {
      ObjectNode side = node.putObject(name);
      side.put("severity", state.severity().id());
      side.put("status", state.waived() ? "waived" : "open");
      text(side, "due", state.due() == null ? null : state.due().toString());
      side.put("evidence", state.evidence());
    }
  }

  private static void endpoint(ObjectNode node, EndpointChange change) {
    node.put("token", change.token());
    node.put("endpoint", change.endpoint());
    node.putObject("before")
        .put("verdict", change.verdictBefore().id())
        .put("cause", change.causeBefore().id());
    node.putObject("after").put("verdict", change.verdict().id()).put("cause", change.cause().id());
  }

  private static void text(ObjectNode node, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      node.put(name, text);
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
