package dev.patrol.report;

import dev.patrol.facts.SafeBody;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Judgement;
import dev.patrol.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint's request as it should be made, as far as that is known. What is not known stands
 * there as a placeholder such as {@code <bot_id>}. It holds no secret.
 *
 * @param method HTTP method, or {@code WS} for a WebSocket
 * @param url the complete URL
 * @param authorized whether it carries the token; a page of the consent dialog does not
 * @param contentType the Content-Type to send, or null for none
 * @param body the body to send, or null for none
 * @param form the fields of a form to send; empty when it is none
 * @param corrections in what it differs from the configured request, in the request's order
 * @param placeholders the names of what is still to be filled in
 */
record CorrectedRequest(
    String method,
    String url,
    boolean authorized,
    @Nullable String contentType,
    @Nullable String body,
    List<String> form,
    List<Correction> corrections,
    List<String> placeholders) {
  private static final String FILE = "file";

  CorrectedRequest {
    form = List.copyOf(form);
    corrections = List.copyOf(corrections);
    placeholders = List.copyOf(placeholders);
  }

  /** The request as it is configured. */
  static CorrectedRequest asConfigured(Endpoint endpoint) {
    String body = endpoint.body();
    boolean sends = body != null && !body.isEmpty();
    String type = endpoint.mediaType();
    return new CorrectedRequest(
        endpoint.method(),
        SafeText.url(endpoint.url()),
        true,
        sends ? Objects.requireNonNullElse(type, "application/json") : null,
        sends ? SafeBody.of(Objects.requireNonNull(body)) : null,
        List.of(),
        List.of(),
        List.of());
  }

  /** What a diagnosis of that judgement's token knows about the right request. */
  static CorrectedRequest of(Judgement judgement, Diagnosis diagnosis) {
    Endpoint endpoint = diagnosis.endpoint();
    Operation operation = endpoint.operation() == null ? endpoint.meant() : endpoint.operation();
    CorrectionNotes notes = new CorrectionNotes(endpoint, operation);
    CorrectedUrl url = new CorrectedUrl(judgement, diagnosis, operation, notes);
    String method = url.method();
    String text = url.text();
    boolean authorized = operation == null || !operation.isConsentPage();
    if (authorized && !endpoint.header().isExact()) {
      notes.changed(Correction.Part.HEADER, "");
    }
    CorrectedBody body = CorrectedBody.of(endpoint, operation, notes);
    return new CorrectedRequest(
        method,
        text,
        authorized,
        body.contentType(),
        body.text(),
        body.form(),
        notes.corrections(),
        notes.placeholders());
  }

  /** Whether it is a WebSocket, which {@code curl} does not speak. */
  boolean isWebSocket() {
    return method.equals("WS");
  }

  /**
   * A shell command of several lines that takes the token from {@code $COZE_TOKEN}: {@code curl},
   * or {@code wscat} for a WebSocket.
   */
  String command() {
    List<String> lines = new ArrayList<>();
    if (isWebSocket()) {
      lines.add("wscat -c " + ShellWord.of(url));
    } else {
      lines.add(
          (method.equals("HEAD") ? "curl -I" : "curl -i -X " + ShellWord.of(method)) + glob());
      lines.add("--url " + ShellWord.of(url));
    }
    if (authorized) {
      lines.add("-H " + ShellWord.BEARER);
    }
    if (contentType != null) {
      lines.add("-H " + ShellWord.of("Content-Type: " + contentType));
    }
    for (String field : form) {
      // Only -F takes a file, and it would read a value in angle brackets as a file's name.
      lines.add(
          field.equals(FILE)
              ? "-F " + ShellWord.of(field + "=@<" + field + ">")
              : "--form-string " + ShellWord.of(field + "=<" + field + ">"));
    }
    if (body != null) {
      lines.add("--data-raw " + ShellWord.of(body));
    }
    return String.join(ShellWord.NEXT_LINE, lines);
  }

  /** Brackets and braces in a URL stand for several URLs unless curl is told otherwise. */
  private String glob() {
    return url.chars().anyMatch(c -> "[]{}".indexOf(c) >= 0) ? " -g" : "";
  }
}
