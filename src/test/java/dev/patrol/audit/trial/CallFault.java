package dev.patrol.audit.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.BodyType;
import dev.patrol.model.Cause;
import dev.patrol.sandbox.Oddity;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with one call: with its form, or with what it meets. */
enum CallFault {
  HOST(Cause.URL_HOST) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      if (isCapricious(token, call)) {
        return false;
      }
      call.origin = dice.oneOf(Spoils.origins(token, call));
      return true;
    }
  },
  PATH(Cause.URL_PATH) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      if (isCapricious(token, call) || call.isWebSocket() || !call.operationKnown) {
        return false;
      }
      if (dice.chance(40)) {
        call.method = dice.oneOf(Spoils.methods(call));
      } else {
        call.template = dice.oneOf(Spoils.templates(call));
      }
      call.operationKnown = false;
      // Of an unknown operation nobody can say whether it asks for a workspace, but by its cell.
      call.workspaceCell = call.asksForWorkspace() ? call.place.id : "";
      return true;
    }
  },
  PATH_ID(Cause.URL_PATH) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      if (isCapricious(token, call) || !call.operationKnown || call.inPath.isEmpty()) {
        return false;
      }
      String name = dice.oneOf(List.copyOf(call.inPath.keySet()));
      call.inPath.put(name, dice.oneOf(Spoils.ids(name)));
      call.idInDoubt = true;
      return true;
    }
  },
  QUERY(Cause.URL_QUERY) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      List<String> names = new ArrayList<>(call.operation.requiredQuery());
      if (names.isEmpty() || !call.operationKnown) {
        return false;
      }
      String name = dice.oneOf(names);
      switch (dice.between(0, 2)) {
        case 0 -> call.inQuery.remove(name);
        case 1 -> call.inQuery.put(name, dice.oneOf("", "%20"));
        default -> call.inQuery.put(name, dice.oneOf(Spoils.ids(name)));
      }
      call.idInDoubt = true;
      return true;
    }
  },
  HEADER(Cause.HEADER) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      if (!call.isWebSocket() && dice.chance(15)) {
        String carried = dice.oneOf("{token}", token.value);
        call.inQuery.put(dice.oneOf("access_token", "token", "authorization"), carried);
      } else {
        call.authorization = dice.oneOf(Spoils.HEADERS);
      }
      return true;
    }
  },
  FIELDS(Cause.FIELDS) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      ObjectNode fields = call.fields;
      if (fields == null || !call.operationKnown || call.rawBody != null) {
        return false;
      }
      List<String> names = call.operation.requiredBody();
      call.idInDoubt = true;
      if (names.isEmpty() || dice.chance(25)) {
        if (dice.chance(30)) {
          call.contentType = dice.oneOf("text/plain", "application/x-www-form-urlencoded");
        } else {
          call.rawBody = dice.oneOf("{\"bot_id\": ", "bot_id=1&user_id=2", "[1, 2]", "\"text\"");
        }
        return true;
      }
      Spoils.field(fields, dice.oneOf(names), dice);
      return true;
    }
  },
  FORM(Cause.FIELDS) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      if (!call.operationKnown || call.operation.bodyType() != BodyType.MULTIPART) {
        return false;
      }
      call.contentType = "application/json";
      return true;
    }
  },
  RESOURCE_MISSING(Cause.RESOURCE) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      return call.resource != null && token.missing.add(call.resource);
    }
  },
  QUOTA_USED_UP(Cause.QUOTA) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      return meets(token, call, dice.oneOf(QUOTA_ANSWERS));
    }
  },
  RISK_CONTROL_HIT(Cause.RISK_CONTROL) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      return meets(token, call, "err-4102-risk-control");
    }
  },
  SERVICE_DOWN(Cause.SERVICE) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      return meets(token, call, dice.oneOf(SERVICE_ANSWERS));
    }
  },
  REFUSED_FOR_NO_REASON(Cause.ESCALATE) {
    @Override
    boolean spoils(TrialToken token, TrialCall call, Dice dice) {
      return token.oddities.stream().noneMatch(odd -> isRefusal(odd.answer()))
          && meets(token, call, dice.oneOf(dice.oneOf(KEY_REFUSALS), dice.oneOf(RIGHT_REFUSALS)));
    }
  };

  static final List<String> KEY_REFUSALS =
      List.of("err-4101-bad-token-chat", "err-700012006-bad-token", "err-4100-invalid-zh");
  static final List<String> RIGHT_REFUSALS =
      List.of("err-4101-no-access-zh", "err-4101-no-permission-en");
  private static final List<String> QUOTA_ANSWERS =
      List.of(
          "err-4008-daily-limit",
          "err-4009-system-limit",
          "err-4011-no-balance",
          "err-4019-overdue",
          "err-4020-rpm",
          "err-4022-model-overdue",
          "err-429-too-many");
  private static final List<String> SERVICE_ANSWERS =
      List.of("err-5000-server", "err-not-json-gateway");

  private final Cause cause;

  CallFault(Cause cause) {
    this.cause = cause;
  }

  /** Injects the fault, unless it cannot befall this call. */
  final boolean befalls(TrialToken token, TrialCall call, Dice dice) {
    if (!spoils(token, call, dice)) {
      return false;
    }
    if (cause.isStep()) {
      call.formFaults.add(cause);
    }
    return true;
  }

  abstract boolean spoils(TrialToken token, TrialCall call, Dice dice);

  /** The cause that a misfortune's answer stands for. */
  static Cause causeOf(Oddity misfortune) {
    String answer = misfortune.answer();
    return isRefusal(answer)
        ? Cause.ESCALATE
        : QUOTA_ANSWERS.contains(answer)
            ? Cause.QUOTA
            : answer.equals("err-4102-risk-control") ? Cause.RISK_CONTROL : Cause.SERVICE;
  }

  private static boolean isRefusal(String answer) {
    return KEY_REFUSALS.contains(answer) || RIGHT_REFUSALS.contains(answer);
  }

  /** Its path must stay as it is, as a misfortune is known by the path. */
  private static boolean isCapricious(TrialToken token, TrialCall call) {
    return token.misfortune(call).isPresent();
  }

  private static boolean meets(TrialToken token, TrialCall call, String answer) {
    boolean pathIsSound =
        !call.formFaults.contains(Cause.URL_HOST) && !call.formFaults.contains(Cause.URL_PATH);
    boolean tellsIdentity = Identity.OPERATIONS.contains(call.operation.id());
    if (!pathIsSound || tellsIdentity || token.misfortune(call).isPresent()) {
      return false;
    }
    token.oddities.add(new Oddity(token.id, call.operation.id(), call.path(), answer, 0, -1));
    return true;
  }
}
