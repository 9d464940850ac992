package dev.patrol.report;

import dev.patrol.model.Address;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import dev.patrol.model.Redaction;
import dev.patrol.model.Site;
import dev.patrol.model.Verdict;
import dev.patrol.report.Correction.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Method and URL of an endpoint's request as they should be. */
final class CorrectedUrl {
  private final Judgement judgement;
  private final Diagnosis diagnosis;
  private final Endpoint endpoint;
  private final Address address;
  private final @Nullable Operation operation;
  private final CorrectionNotes notes;

  CorrectedUrl(
      Judgement judgement,
      Diagnosis diagnosis,
      @Nullable Operation operation,
      CorrectionNotes notes) {
    this.judgement = judgement;
    this.diagnosis = diagnosis;
    this.operation = operation;
    this.notes = notes;
    endpoint = diagnosis.endpoint();
    address = endpoint.address();
  }

  String method() {
    if (operation == null) {
      return endpoint.method();
    }
    // A WebSocket begins with a GET, and is often written as one.
    boolean asConfigured =
        operation.method().equals(endpoint.method())
            || (operation.isWebSocket() && endpoint.method().equals("GET"));
    if (!asConfigured) {
      notes.changed(Part.METHOD, operation.method());
    }
    return operation.method();
  }

  String text() {
    String origin = hostStays() ? ownOrigin() : properOrigin();
    if (address.userInfo()) {
      notes.changed(Part.USER, "");
    }
    return origin + path() + query();
  }

  private String properHost() {
    Site site = judgement.token().site();
    if (operation == null) {
      return endpoint.properHost(site);
    }
    return operation.isWebSocket()
        ? site.webSocketHost()
        : operation.isConsentPage() ? site.consoleHost() : site.apiHost();
  }

  private String properOrigin() {
    String host = properHost();
    String scheme = host.startsWith("ws.") ? "wss" : "https";
    if (!address.scheme().equals(scheme)) {
      notes.changed(Part.SCHEME, scheme);
    }
    if (!address.host().equals(host)) {
      notes.changed(Part.HOST, host);
    } else if (address.port() >= 0 && address.port() != 443) {
      notes.changed(Part.PORT, "");
    }
    return scheme + "://" + host;
  }

  private String ownOrigin() {
    return SafeText.of(address.scheme() + "://" + address.authority());
  }

  /** Whether the host is an installation of the team's own, against which nothing was said. */
  private boolean hostStays() {
    if (address.host().isEmpty() || address.scheme().isEmpty() || isVendors(address.host())) {
      return false;
    }
    return diagnosis.step(Cause.URL_HOST).verdict() != Verdict.FAIL
        || (address.userInfo() && complaintsAboutHost() == 1);
  }

  private static boolean isVendors(String host) {
    return host.endsWith(".coze.cn") || host.endsWith(".coze.com");
  }

  private long complaintsAboutHost() {
    return judgement.findings().stream()
        .filter(finding -> finding.status() != FindingStatus.FIXED)
        .filter(finding -> endpoint.id().equals(finding.endpoint()))
        .map(Finding::rule)
        .filter(rule -> rule.guide() == Cause.URL_HOST)
        .count();
  }

  private String path() {
    List<String> typed = PathParts.of(address.path());
    if (operation == null) {
      return url("/" + String.join("/", typed));
    }
    List<String> template = PathParts.of(operation.path());
    boolean matches = PathParts.matches(template, typed);
    if (!matches) {
      notes.changed(Part.PATH, operation.path());
    }
    Set<String> wrong = wrong(endpoint.inPath());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < template.size(); i++) {
      String segment = template.get(i);
      path.append('/');
      if (!PathParts.isVariable(segment)) {
        path.append(segment);
      } else if (matches && !wrong.contains(PathParts.name(segment))) {
        path.append(url(typed.get(i)));
      } else {
        String name = PathParts.name(segment);
        path.append(notes.value(name));
        if (matches) {
          notes.changed(Part.PATH_VALUE, name);
        }
      }
    }
    return path.toString();
  }

  private String query() {
    Set<String> wrong = new LinkedHashSet<>(wrong(endpoint.inQuery()));
    List<String> required = operation == null ? List.of() : operation.requiredQuery();
    Set<String> filled = new LinkedHashSet<>();
    for (Address.QueryParameter parameter : address.query()) {
      if (!parameter.decodedValue().isBlank()) {
        filled.add(name(parameter));
      }
    }
    required.stream().filter(name -> !filled.contains(name)).forEach(wrong::add);
    List<String> pairs = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    for (Address.QueryParameter parameter : address.query()) {
      String name = name(parameter);
      if (parameter.carriesToken() && !required.contains(name)) {
        notes.changed(Part.TOKEN_IN_QUERY, name);
      } else if (!wrong.contains(name)) {
        pairs.add(pair(parameter, name));
      } else if (done.add(name)) {
        pairs.add(url(parameter.name()) + "=" + corrected(name));
      }
    }
    for (String name : required) {
      if (wrong.contains(name) && done.add(name)) {
        pairs.add(name + "=" + corrected(name));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String corrected(String name) {
    notes.changed(Part.QUERY, name);
    return notes.value(name);
  }

  private String pair(Address.QueryParameter parameter, String name) {
    String written = url(parameter.name()) + "=";
    return Redaction.isSecretName(name)
        ? written + notes.placeholder(name)
        : url("?" + parameter.name() + "=" + parameter.value()).substring(1);
  }

  /** A parameter's decoded name, without the brackets of array forms such as {@code ids[]}. */
  private static String name(Address.QueryParameter parameter) {
    String name = parameter.decodedName().strip();
    int bracket = name.indexOf('[');
    return bracket > 0 && name.endsWith("]") ? name.substring(0, bracket) : name;
  }

  private static Set<String> wrong(Parameters parameters) {
    Set<String> wrong = new LinkedHashSet<>(parameters.missing());
    wrong.addAll(parameters.empty());
    wrong.addAll(parameters.unfilled());
    wrong.addAll(parameters.notNumeric());
    return wrong;
  }

  /** A part of a URL without secrets and blanks, which no program sends as they stand. */
  private static String url(String part) {
    return SafeText.url(part).replace(" ", "%20");
  }
}
