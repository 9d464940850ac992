package dev.patrol.bench.dossier;

import java.util.List;

/** What can be wrong with a call. */
enum CallFault {
  ORIGIN {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.origin = dice.oneOf(ORIGINS);
    }
  },
  PATH {
    @Override
    void befall(MadeCall call, Dice dice) {
      String path = call.pathAndQuery;
      call.pathAndQuery =
          switch (dice.between(0, 3)) {
            case 0 -> path.replaceFirst("75\\d{17}", "{bot_id}");
            case 1 -> path.replaceFirst("75\\d{17}", "my-bot");
            case 2 -> path.replaceFirst("/v1/", "/v1/x");
            default -> path + (path.contains("?") ? "&" : "?") + "access_token={token}";
          };
    }
  },
  METHOD {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.method = call.method.equals("POST") ? "GET" : "POST";
    }
  },
  QUERY {
    @Override
    void befall(MadeCall call, Dice dice) {
      int question = call.pathAndQuery.indexOf('?');
      if (question < 0) {
        RESOURCE.befall(call, dice);
        return;
      }
      String path = call.pathAndQuery.substring(0, question);
      String query = call.pathAndQuery.substring(question);
      call.pathAndQuery =
          switch (dice.between(0, 3)) {
            case 0 -> path;
            case 1 -> path + query.replaceFirst("=[^&]*", "=");
            case 2 -> path + query.replaceFirst("=[^&]*", "={workspace_id}");
            default -> path + query.replaceFirst("75\\d{17}", "abc");
          };
    }
  },
  HEADER {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.authorization = dice.oneOf(HEADERS);
      call.foreignHeader = call.authorization.contains("pat_");
    }
  },
  BODY {
    @Override
    void befall(MadeCall call, Dice dice) {
      String body = call.body;
      if (body == null) {
        HEADER.befall(call, dice);
        return;
      }
      switch (dice.between(0, 6)) {
        case 0 -> call.body = "{";
        case 1 -> call.body = "{}";
        case 2 -> call.body = body.replaceFirst("\"some\"", "\"\"");
        case 3 -> call.body = body.replaceFirst("75\\d{17}", "7381****");
        case 4 -> call.body = body.replaceFirst("75\\d{17}", "abc");
        case 5 -> call.contentType = "text/plain; charset=utf-8";
        default -> call.bodyUnknown = true;
      }
    }
  },
  RESOURCE {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.reply = dice.oneOf(Reply.BESIDE_THE_KEY);
    }
  },
  PARAMETER {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.reply = Reply.BAD_PARAMETER;
    }
  },
  REFUSAL {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.reply = dice.chance(50) ? Reply.NO_RIGHT : Reply.UNCLEAR;
    }
  },
  WORKSPACE {
    @Override
    void befall(MadeCall call, Dice dice) {
      call.workspace = dice.chance(50) ? null : "7599999999999999999";
    }
  };

  private static final List<String> ORIGINS =
      List.of(
          "http://api.coze.cn",
          "https://api.coze.com",
          "https://api.coze.cn",
          "https://www.coze.cn",
          "https://docs.coze.cn",
          "https://ws.coze.cn",
          "https://api.coze.cm",
          "https://gateway.example.com",
          "https://api.coze.cn:8443",
          "https://someone:word@api.coze.cn",
          "api.coze.cn");

  private static final List<String> HEADERS =
      List.of(
          "{token}",
          "bearer {token}",
          "Bearer{token}",
          "Bearer  {token}",
          "\"Bearer {token}\"",
          "Bearer {token} ,",
          "Authorization: Bearer {token}",
          "Bearer Bearer {token}",
          "Bearer\u3000{token}",
          "Bearer {token}\n",
          "Bearer YOUR_TOKEN",
          "Basic {token}",
          "Bearer pat_TESTONLY000000000001",
          "Bearer");

  abstract void befall(MadeCall call, Dice dice);
}
