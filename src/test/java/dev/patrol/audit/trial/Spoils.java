package dev.patrol.audit.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The many ways in which the parts of a request go wrong. */
final class Spoils {
  static final List<String> HEADERS =
      List.of(
          "{token}",
          "bearer {token}",
          "BEARER {token}",
          "Bearer{token}",
          "Bearer  {token}",
          "Bearer\t{token}",
          "Bearer:{token}",
          "Bearer: {token}",
          "Bearer \"{token}\"",
          "\"Bearer {token}\"",
          "'Bearer {token}'",
          "Bearer {token} ",
          " Bearer {token}",
          "Bearer {token};",
          "Bearer {token},",
          "Bearer Bearer {token}",
          "Authorization: Bearer {token}",
          "Bearer\u3000{token}",
          "Bearer \u200b{token}",
          "\uff22earer {token}",
          "\ufeffBearer {token}",
          "Bearer {token}\n",
          "Bearer \n{token}",
          "Bearer <token>",
          "Bearer pat_***",
          "Bearer YOUR_ACCESS_TOKEN",
          "Bearer ${COZE_TOKEN}",
          "Bearer",
          "Basic {token}",
          "Token {token}",
          "Bearer {token} extra");

  private Spoils() {}

  /** Schemes and hosts that are wrong for the call. */
  static List<String> origins(TrialToken token, TrialCall call) {
    Site site = token.site;
    boolean webSocket = call.isWebSocket();
    String scheme = webSocket ? "wss://" : "https://";
    String right = webSocket ? site.webSocketHost() : site.apiHost();
    List<String> wrong = new ArrayList<>();
    Stream.of(
            webSocket ? site.other().webSocketHost() : site.other().apiHost(),
            webSocket ? site.apiHost() : site.webSocketHost(),
            site.consoleHost(),
            site.other().consoleHost(),
            "code.coze.cn",
            "docs.coze.cn",
            "coze." + site.id(),
            "api.coze." + site.id() + "m",
            "api.cozee." + site.id(),
            "apl.coze." + site.id(),
            "api-coze." + site.id(),
            "gateway.example.internal",
            "localhost:8888",
            "127.0.0.1",
            right + ":8443",
            right + ".evil.example",
            right + "@evil.example",
            right + ".")
        .forEach(host -> wrong.add(scheme + host));
    wrong.add((webSocket ? "ws://" : "http://") + right);
    return wrong;
  }

  /** Methods that are documented for no operation with this path. */
  static List<String> methods(TrialCall call) {
    return Stream.of("GET", "POST", "PUT", "DELETE", "PATCH")
        .filter(
            method ->
                Requests.OPERATIONS.stream()
                    .filter(operation -> operation.method().equals(method))
                    .noneMatch(operation -> pattern(operation).matcher(call.path()).matches()))
        .toList();
  }

  /** Paths near the documented one that no operation has. */
  static List<String> templates(TrialCall call) {
    String template = call.operation.path();
    int second = template.indexOf('/', 1);
    int third = template.indexOf('/', second + 1);
    String version = template.substring(0, second);
    String word = template.substring(second, third < 0 ? template.length() : third);
    String rest = template.substring(second + word.length());
    String dropped = template.substring(second);
    return List.of(
        version + "x" + dropped,
        "/v9" + dropped,
        "/api" + template,
        version + word + "z" + rest,
        version + "/" + word.charAt(1) + word.substring(1) + rest,
        "/" + template);
  }

  /** Values that are none, in the place of an id or another value. */
  static List<String> ids(String name) {
    List<String> ids =
        new ArrayList<>(
            List.of(
                "{" + name + "}",
                ":" + name,
                "<" + name + ">",
                "${" + name + "}",
                "{{" + name + "}}",
                "your_" + name,
                "7381****"));
    if (Requests.NUMERIC.contains(name)) {
      ids.addAll(List.of("abc", "12a4", "-5", "7381.5"));
    }
    return ids;
  }

  static void field(ObjectNode fields, String name, Dice dice) {
    boolean text = fields.path(name).isTextual();
    switch (dice.between(0, 3)) {
      case 0 -> fields.remove(name);
      case 1 -> {
        if (text) {
          fields.put(name, dice.oneOf("", "  "));
        } else {
          fields.putNull(name);
        }
      }
      case 2 -> fields.putNull(name);
      default -> {
        if (text) {
          fields.put(name, dice.oneOf(fieldValues(name)));
        } else {
          fields.remove(name);
        }
      }
    }
  }

  private static List<String> fieldValues(String name) {
    return Requests.NUMERIC.contains(name)
        ? ids(name)
        : List.of("{" + name + "}", "{{" + name + "}}");
  }

  private static Pattern pattern(Operation operation) {
    return Pattern.compile(operation.path().replaceAll("\\{\\w+}", "[^/]+"));
  }
}
