package dev.patrol.bench.reference;

import dev.patrol.model.BodyType;
import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Are path, query and body as documented: {@code 20-url/path.drl}, {@code 20-url/query.drl} and
 * {@code 40-fields/fields.drl}.
 */
final class RequestChecks {
  private static final Mark QUERY_UNKNOWN =
      Marks.unsure("the call matches no documented operation, so its parameters are not known");
  private static final Mark FIELDS_UNKNOWN =
      Marks.unsure("the call matches no documented operation, so its fields are not known");
  private static final Mark FORM_UNKNOWN =
      Marks.unsure("the operation takes a form, whose fields the inventory does not hold");
  private static final Mark BODY_UNREAD =
      Marks.unsure("the body's file could not be read; see the inventory issues");
  private static final Pattern JSON = Pattern.compile("(?i)\\s*application/json\\s*(;.*)?");
  private static final Pattern FORM = Pattern.compile("(?i)\\s*multipart/form-data\\s*(;.*)?");

  private final Case dossier;

  RequestChecks(Case dossier) {
    this.dossier = dossier;
  }

  void check(Call call) {
    Endpoint endpoint = call.endpoint;
    if (call.operation == null) {
      checkNoOperation(call, endpoint);
    } else {
      checkPath(call, endpoint.inPath());
      if (call.operation.deprecated()) {
        dossier.warn(
            call,
            "operation-deprecated",
            call.operation.signature() + ": " + call.operation.notes());
      }
    }
    if (!endpoint.inQuery().isFine()) {
      checkQuery(call, endpoint.inQuery());
    }
    String problem = endpoint.bodyProblem();
    if (problem != null) {
      dossier.fail(call, "body-unreadable", problem);
    }
    if (!endpoint.inBody().isFine()) {
      checkBody(call, endpoint.inBody());
    }
    if (call.operation != null) {
      checkContent(call, call.operation);
    }
    if (endpoint.bodyUnknown() && !call.meaning.provesRight()) {
      call.mark(Cause.FIELDS, BODY_UNREAD);
    }
    if (call.operation == null) {
      call.mark(Cause.FIELDS, FIELDS_UNKNOWN);
    }
  }

  private void checkNoOperation(Call call, Endpoint endpoint) {
    String nearest = endpoint.nearest();
    String path = endpoint.address().path();
    if (endpoint.wrongMethod()) {
      dossier.fail(
          call,
          "method-wrong",
          endpoint.method() + " is not documented for " + path + "; did you mean " + nearest + "?");
    } else {
      dossier.fail(
          call,
          "path-unknown",
          endpoint.method()
              + " "
              + path
              + " is not documented"
              + (nearest == null ? "" : "; did you mean " + nearest + "?"));
    }
    call.mark(Cause.URL_QUERY, QUERY_UNKNOWN);
  }

  private void checkPath(Call call, Parameters inPath) {
    if (!inPath.unfilled().isEmpty()) {
      dossier.fail(
          call,
          "path-unfilled",
          listed(inPath.unfilled())
              + " still stands unfilled in "
              + call.endpoint.address().path());
    }
    if (!inPath.notNumeric().isEmpty()) {
      dossier.fail(
          call,
          "path-id-not-numeric",
          listed(inPath.notNumeric()) + " must be a number in " + call.endpoint.address().path());
    }
  }

  private void checkQuery(Call call, Parameters inQuery) {
    if (!inQuery.missing().isEmpty()) {
      dossier.fail(
          call,
          "query-missing",
          signature(call) + " asks for " + listed(inQuery.missing()) + " in the query");
    }
    if (!inQuery.empty().isEmpty()) {
      dossier.fail(call, "query-empty", listed(inQuery.empty()) + " has no value in the query");
    }
    if (!inQuery.unfilled().isEmpty()) {
      dossier.fail(
          call,
          "query-unfilled",
          listed(inQuery.unfilled()) + " still stands unfilled in the query");
    }
    if (!inQuery.notNumeric().isEmpty()) {
      dossier.fail(
          call, "query-id-not-numeric", listed(inQuery.notNumeric()) + " must be a number");
    }
  }

  private void checkBody(Call call, Parameters inBody) {
    if (!inBody.missing().isEmpty()) {
      dossier.fail(
          call,
          "field-missing",
          signature(call) + " asks for " + listed(inBody.missing()) + " in the body");
    }
    if (!inBody.empty().isEmpty()) {
      dossier.fail(call, "field-empty", listed(inBody.empty()) + " has no value in the body");
    }
    if (!inBody.unfilled().isEmpty()) {
      dossier.fail(
          call, "field-unfilled", listed(inBody.unfilled()) + " still stands unfilled in the body");
    }
    if (!inBody.notNumeric().isEmpty()) {
      dossier.fail(call, "field-id-not-numeric", listed(inBody.notNumeric()) + " must be a number");
    }
  }

  private void checkContent(Call call, Operation operation) {
    String contentType = call.endpoint.contentType();
    if (contentType != null) {
      if (operation.bodyType() == BodyType.JSON && !JSON.matcher(contentType).matches()) {
        dossier.fail(
            call,
            "content-type-not-json",
            operation.signature()
                + " takes JSON; the Content-Type is "
                + call.endpoint.mediaType());
      } else if (operation.bodyType() == BodyType.MULTIPART
          && !FORM.matcher(contentType).matches()) {
        dossier.fail(
            call,
            "content-type-not-multipart",
            operation.signature()
                + " takes a form; the Content-Type is "
                + call.endpoint.mediaType());
      }
    }
    if (operation.bodyType() == BodyType.MULTIPART
        && call.endpoint.body() == null
        && !call.meaning.provesRight()) {
      call.mark(Cause.FIELDS, FORM_UNKNOWN);
    }
  }

  void checkPathAnswer(Call call) {
    if (call.operation != null
        && (call.meaning == Meaning.WRONG_PATH || call.meaning == Meaning.NOT_OFFERED)
        && !call.hasFailed(Cause.URL_HOST)
        && !call.hasFailed(Cause.URL_PATH)) {
      dossier.suspect(
          call,
          "path-refused",
          List.of(Cause.URL_HOST),
          call.endpoint.address().host() + " answered " + call.answer.inWords());
    }
  }

  /** Of a call with no other fault the service finds fault with a parameter. */
  void checkParameterAnswer(Call call) {
    if (call.operation == null
        || call.meaning != Meaning.WRONG_PARAMETER
        || call.hasFailed()
        || dossier.hasFailed()) {
      return;
    }
    boolean noBody = call.operation.bodyType() == BodyType.NONE;
    dossier.suspect(
        call,
        noBody ? "query-refused" : "fields-refused",
        List.of(noBody ? Cause.URL_PATH : Cause.URL_QUERY),
        "the service answered " + call.answer.inWords());
  }

  private static String signature(Call call) {
    return call.operation == null ? "" : call.operation.signature();
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }
}
