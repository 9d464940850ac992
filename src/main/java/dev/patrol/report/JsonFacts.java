package dev.patrol.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Flips;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Operation;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Scope;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.model.Waiver;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How each fact looks in {@code audit.json}; bodies and secrets are not among them. */
final class JsonFacts {
  private final JsonGenerator json;
  private final RunCalendar calendar;

  /** Fit to be shown, escaped and encoded. */
  private final RecentTexts<SerializableString> texts =
      new RecentTexts<>(0, text -> new SerializedString(SafeText.of(text)));

  private final RecentTexts<SerializableString> fields =
      new RecentTexts<>(0, SerializedString::new);

  /** Whole marks, for they make up most of the file. */
  private final Map<Verdict, RecentTexts<SerializableString>> marks = new EnumMap<>(Verdict.class);

  JsonFacts(JsonGenerator json, RunCalendar calendar) {
    this.json = json;
    this.calendar = calendar;
    for (Verdict verdict : Verdict.values()) {
      marks.put(verdict, new RecentTexts<>(0, evidence -> mark(verdict, evidence)));
    }
  }

  private static SerializableString mark(Verdict verdict, String evidence) {
    String begin = "{\"verdict\":\"" + verdict.id() + '"';
    String safe = new String(JsonStringEncoder.getInstance().quoteAsString(SafeText.of(evidence)));
    return new SerializedString(
        evidence.isEmpty() ? begin + '}' : begin + ",\"evidence\":\"" + safe + "\"}");
  }

  void token(Token token) throws IOException {
    name("token", token.id());
    text("kind", token.kind().id());
    text("owner", token.owner());
    text("owner_email", token.ownerEmail());
    text("account", token.account());
    text("environment", token.environment());
    instant("created_at", token.createdAt());
    text("expires_at", token.neverExpires() ? "never" : calendar.instant(token.expiresAt()));
    Instant end = token.expiresAt();
    if (end != null) {
      json.writeNumberField("days_left", calendar.daysLeft(end));
    }
    scope("permissions", token.permissions());
    scope("workspaces", token.workspaces());
    text("status", token.status() == null ? null : token.status().id());
    text("site", token.site().id());
    text("grant", token.grant() == null ? null : token.grant().id());
    text("app_status", token.appStatus() == null ? null : token.appStatus().id());
    instant("refresh_expires_at", token.refreshExpiresAt());
    attributes(token.attributes());
    text("place", token.place().toString());
  }

  void needs(Needs needs) throws IOException {
    json.writeObjectFieldStart("needs");
    list("permissions", needs.permissions());
    list("workspaces", needs.workspaces());
    list("missing_permissions", needs.missingPermissions());
    list("unused_permissions", needs.unusedPermissions());
    list("missing_workspaces", needs.missingWorkspaces());
    list("unused_workspaces", needs.unusedWorkspaces());
    list("applications", needs.applications());
    json.writeEndObject();
  }

  void diagnosis(Diagnosis diagnosis) throws IOException {
    json.writeStartObject();
    endpoint(diagnosis.endpoint());
    text("verdict", diagnosis.verdict().id());
    text("cause", diagnosis.cause().id());
    list("alternatives", diagnosis.alternatives().stream().map(Cause::id).toList());
    json.writeObjectFieldStart("steps");
    for (Cause step : Cause.steps()) {
      Mark mark = diagnosis.step(step);
      json.writeFieldName(fields.get(step.id()));
      json.writeRawValue(Objects.requireNonNull(marks.get(mark.verdict())).get(mark.evidence()));
    }
    json.writeEndObject();
    json.writeFieldName("answer");
    answer(diagnosis.answer());
    json.writeEndObject();
  }

  void answer(Answer answer) throws IOException {
    json.writeStartObject();
    text("probe", answer.probe());
    text("meaning", answer.meaning().id());
    text("operation", answer.operation() == null ? null : answer.operation().id());
    text("failure", answer.failure() == null ? null : answer.failure().id());
    if (answer.httpStatus() != null) {
      json.writeNumberField("http_status", answer.httpStatus());
    }
    text("code", answer.code());
    text("msg", answer.msg());
    text("logid", answer.logid());
    if (answer.millis() != null) {
      json.writeNumberField("millis", answer.millis());
    }
    json.writeEndObject();
  }

  void owner(Owner owner) throws IOException {
    json.writeStartObject();
    name("name", owner.name());
    text("email", owner.email());
    if (owner.unowned()) {
      json.writeBooleanField("unowned", true);
    }
    json.writeStringField("page", owner.page());
    json.writeStringField("csv", owner.csv());
    json.writeEndObject();
  }

  void finding(Finding finding, List<Integer> owners) throws IOException {
    json.writeStartObject();
    text("rule", finding.rule().id());
    text("guide", finding.rule().guideId());
    text("severity", finding.severity().id());
    text("status", finding.status().id());
    name("token", finding.token());
    name("endpoint", finding.endpoint());
    name("workspace", finding.workspace());
    name("holder", finding.holder());
    text("owner", finding.owner());
    text("owner_email", finding.ownerEmail());
    positions("owners", owners);
    text("evidence", finding.evidence());
    instant("due", finding.due());
    instant("first_seen", finding.firstSeen());
    waiver(finding.waiver());
    if (finding.answer() != null) {
      json.writeFieldName("answer");
      answer(finding.answer());
    }
    json.writeEndObject();
  }

  private void waiver(@Nullable Waiver waiver) throws IOException {
    if (waiver != null) {
      json.writeObjectFieldStart("waiver");
      text("reason", waiver.reason());
      text("who", waiver.who());
      instant("until", waiver.until());
      text("place", waiver.place().toString());
      json.writeEndObject();
    }
  }

  void rule(RuleInfo rule) throws IOException {
    json.writeStartObject();
    text("rule", rule.id());
    text("guide", rule.guideId());
    text("severity", rule.severity().id());
    text("title", rule.title());
    text("remedy", rule.remedy());
    text("place", rule.file() + ":" + rule.line());
    json.writeEndObject();
  }

  /** Those of a token; left out when there are none. */
  void ruleErrors(List<RuleError> errors) throws IOException {
    if (!errors.isEmpty()) {
      json.writeArrayFieldStart("rule_errors");
      for (RuleError error : errors) {
        json.writeStartObject();
        text("rule", error.rule().id());
        text("message", error.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  /** Those of the whole run, with how often and where; left out when there are none. */
  void failedRules(List<FailedRule> failed) throws IOException {
    if (!failed.isEmpty()) {
      json.writeArrayFieldStart("rule_errors");
      for (FailedRule rule : failed) {
        json.writeStartObject();
        text("rule", rule.rule().id());
        text("place", rule.rule().file() + ":" + rule.rule().line());
        json.writeNumberField("times", rule.times());
        list("first", rule.lines());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  void issue(InventoryIssue issue) throws IOException {
    json.writeStartObject();
    text("file", issue.file());
    json.writeNumberField("line", issue.line());
    text("column", issue.column());
    text("value", issue.value());
    text("problem", issue.problem());
    json.writeEndObject();
  }

  void totals(Totals totals) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("tokens", totals.tokens());
    json.writeNumberField("endpoints", totals.endpoints());
    json.writeObjectFieldStart("tokens_by_state");
    for (TokenState state : TokenState.values()) {
      json.writeNumberField(state.id(), totals.states().getOrDefault(state, 0L));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("endpoints_by_verdict");
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberField(verdict.id(), totals.verdicts().getOrDefault(verdict, 0L));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("endpoints_by_cause");
    for (Cause cause : Cause.values()) {
      json.writeNumberField(cause.id(), totals.causes().getOrDefault(cause, 0L));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("open_findings_by_severity");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.id(), totals.severities().getOrDefault(severity, 0L));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("findings_by_status");
    for (FindingStatus status : FindingStatus.values()) {
      json.writeNumberField(status.id(), totals.count(status));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  void flips(Flips flips) throws IOException {
    json.writeObjectFieldStart("flips");
    json.writeNumberField("flipped", flips.flipped());
    json.writeNumberField("known", flips.known());
    json.writeEndObject();
  }

  /** Positions in the list of owners. */
  void positions(String field, List<Integer> positions) throws IOException {
    json.writeArrayFieldStart(field);
    for (int position : positions) {
      json.writeNumber(position);
    }
    json.writeEndArray();
  }

  /** A text, left out when there is none. */
  void text(String field, @Nullable String text) throws IOException {
    if (text != null && !text.isEmpty()) {
      json.writeFieldName(fields.get(field));
      json.writeString(texts.get(text));
    }
  }

  void list(String field, Collection<String> items) throws IOException {
    json.writeArrayFieldStart(field);
    for (String item : items) {
      json.writeString(texts.get(item));
    }
    json.writeEndArray();
  }

  private void endpoint(Endpoint endpoint) throws IOException {
    name("endpoint", endpoint.id());
    name("workspace", endpoint.workspace());
    text("application", endpoint.application());
    text("method", endpoint.method());
    json.writeStringField("url", SafeText.url(endpoint.url()));
    json.writeStringField("authorization", SafeText.authorization(endpoint.authorization()));
    text("content_type", endpoint.mediaType());
    text("probe", endpoint.probe().id());
    Operation operation = endpoint.operation();
    text("operation", operation == null ? null : operation.id());
    text("nearest", endpoint.nearest());
    attributes(endpoint.attributes());
    text("place", endpoint.place().toString());
  }

  private void name(String field, @Nullable String name) throws IOException {
    if (name != null) {
      json.writeStringField(field, SafeText.name(name));
    }
  }

  private void instant(String field, @Nullable Instant instant) throws IOException {
    text(field, calendar.instant(instant));
  }

  private void scope(String field, Scope scope) throws IOException {
    if (scope.all()) {
      json.writeStringField(field, "*");
    } else if (scope.known()) {
      list(field, scope.items());
    }
  }

  private void attributes(Map<String, String> attributes) throws IOException {
    if (!attributes.isEmpty()) {
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
        String name = attribute.getKey();
        text(SafeText.of(name), SafeText.named(name, attribute.getValue()));
      }
      json.writeEndObject();
    }
  }
}
