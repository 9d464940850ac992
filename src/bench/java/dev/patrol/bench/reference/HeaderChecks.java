package dev.patrol.bench.reference;

import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.Header;
import dev.patrol.model.Mark;
import java.util.HashSet;
import java.util.Set;

/** Is the header exactly Bearer, one space and the token: {@code 30-header/header.drl}. */
final class HeaderChecks {
  private static final Mark NOT_COMPARED =
      Marks.unsure(
          "the header holds a token's value; without the token's secret it cannot be told whether it"
              + " is the right one");

  private final Case dossier;
  private final Set<String> foreign = new HashSet<>();
  private final boolean comparable;

  HeaderChecks(Case dossier) {
    this.dossier = dossier;
    for (ForeignHeader header : dossier.probed.foreignHeaders()) {
      foreign.add(header.endpoint());
    }
    String probe = dossier.identity().probe();
    comparable = !probe.equals("skipped-no-secret") && !probe.equals("skipped-offline");
  }

  void check(Call call) {
    Endpoint endpoint = call.endpoint;
    Header header = endpoint.header();
    if (!header.isExact()) {
      checkScheme(call, header);
      checkShape(call, header);
      checkWords(call, header);
    }
    if (foreign.contains(call.id())) {
      dossier.fail(
          call,
          "header-of-other-token",
          "the value in the header is not that of " + endpoint.token());
    }
    if (!comparable && endpoint.headerHoldsToken()) {
      call.mark(Cause.HEADER, NOT_COMPARED);
    }
    String parameter = endpoint.tokenParameter();
    if (parameter != null) {
      String evidence = "the query parameter " + parameter + " carries the token";
      if (call.operation != null && call.operation.isWebSocket()) {
        dossier.warn(call, "websocket-token-in-query", evidence);
      } else {
        dossier.fail(call, "token-in-query", evidence);
      }
    }
  }

  private void checkScheme(Call call, Header header) {
    boolean token = header.hasToken();
    String gap = header.gap();
    if (token && header.leading().isEmpty() && header.scheme().isEmpty() && gap.isEmpty()) {
      dossier.fail(call, "header-without-bearer", "the header begins with the bare token");
    }
    if (!header.isBearer()) {
      return;
    }
    if (!header.scheme().equals("Bearer")) {
      dossier.fail(call, "header-bearer-case", shown(header));
    }
    if (!token || header.isOdd()) {
      return;
    }
    if ((!gap.isBlank() || gap.isEmpty()) && !header.isDoubled() && !header.isQuoted()) {
      dossier.fail(call, "header-without-space", shown(header));
    }
    if (!gap.equals(" ") && !gap.isEmpty() && gap.isBlank() && !header.isBroken()) {
      dossier.fail(
          call, "header-with-spaces", gap.length() + " white characters stand after Bearer");
    }
  }

  private void checkShape(Call call, Header header) {
    if (header.isQuoted()) {
      dossier.fail(call, "header-with-quotes", shown(header));
    } else if (!header.isBroken() && !header.isOdd()) {
      if (header.hasToken() && !header.trailing().isEmpty()) {
        dossier.fail(
            call,
            "header-with-trailing",
            header.trailing().length() + " characters stand after the token");
      }
      if (!header.leading().isEmpty()) {
        dossier.fail(call, "header-with-leading", shown(header));
      }
    }
  }

  private void checkWords(Call call, Header header) {
    if (header.isDoubled()) {
      dossier.fail(call, "header-doubled", shown(header));
    }
    if (header.isOdd()) {
      dossier.fail(call, "header-with-odd-characters", "it holds " + header.oddCharacters());
    }
    if (header.isBroken()) {
      dossier.fail(call, "header-with-line-break", "a line break stands in the header's value");
    }
    if (header.isPlaceholder()) {
      dossier.fail(call, "header-unfilled", shown(header));
    }
    if (header.hasToken() && !header.scheme().isEmpty() && !header.isBearer()) {
      dossier.fail(call, "header-other-scheme", shown(header));
    }
  }

  /** What is wrong in a way of its own. */
  void checkRest(Call call) {
    Header header = call.endpoint.header();
    if (!header.isExact()
        && (call.operation == null || !call.operation.isOAuthFlow())
        && !call.hasFailed(Cause.HEADER)) {
      dossier.fail(call, "header-malformed", shown(header));
    }
  }

  private static String shown(Header header) {
    return "the header is " + header.shown();
  }
}
