package dev.patrol.rules.check;

import dev.patrol.model.Audit;
import dev.patrol.rules.source.Nearest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the compiler's words for an error in a consequence into what the author can do. */
final class JavaErrors {
  private static final Pattern NO_METHOD =
      Pattern.compile("The method (\\w+)\\((.*)\\) is undefined for the type (\\w+).*");
  private static final Pattern WRONG_ARGUMENTS =
      Pattern.compile(
          "The method (\\w+)\\(.*\\) in the type (\\w+) is not applicable for the arguments"
              + " \\((.*)\\)");
  private static final Pattern UNRESOLVED =
      Pattern.compile("([$\\w]+) cannot be resolved(?: to a (variable|type))?");
  private static final Pattern HIDDEN = Pattern.compile("The field (\\w+)\\.(\\w+) is not visible");
  private static final Pattern NO_FIELD =
      Pattern.compile("([$\\w]+) cannot be resolved or is not a field");
  private static final Pattern MISSING = Pattern.compile("Syntax error, insert \"(.+)\" to .*");
  private static final Pattern TYPES =
      Pattern.compile("Type mismatch: cannot convert from (\\S+) to (\\S+)");

  private final Variables variables;

  JavaErrors(Variables variables) {
    this.variables = variables;
  }

  /** The fault behind an error between two offsets of the consequence; none without a type. */
  Optional<Fault> explain(String error, String body, int start, int end) {
    String message = error.replaceAll("^\\(?Pb\\(\\d+\\)\\)?\\s*", "").strip();
    if ((message.contains("Object") && !message.contains("Object..."))
        || message.contains("references to the missing type")) {
      return Optional.empty();
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return Optional.of(Fault.likely(end, "expected \"%s\" here".formatted(missing.group(1))));
    }
    Matcher noMethod = NO_METHOD.matcher(message);
    if (noMethod.matches()) {
      return noMethod(noMethod, start);
    }
    Matcher arguments = WRONG_ARGUMENTS.matcher(message);
    if (arguments.matches()) {
      return Optional.of(Fault.likely(start, wrongArguments(arguments)));
    }
    Matcher hidden = HIDDEN.matcher(message);
    if (hidden.matches()) {
      int place = Math.max(start, body.lastIndexOf(hidden.group(2), end));
      return Optional.of(
          Fault.likely(
              place, "in a consequence a field is called: %s()".formatted(hidden.group(2))));
    }
    Matcher noField = NO_FIELD.matcher(message);
    if (noField.matches()) {
      int place = Math.max(start, body.lastIndexOf(noField.group(1), end));
      return Optional.of(
          Fault.likely(
              place,
              "no such field: \"%s\"; in a consequence write %s() for a field"
                  .formatted(noField.group(1), noField.group(1))));
    }
    Matcher unresolved = UNRESOLVED.matcher(message);
    if (unresolved.matches()) {
      return unresolved(unresolved.group(1), start);
    }
    Matcher types = TYPES.matcher(message);
    if (types.matches()) {
      return Optional.of(
          Fault.likely(start, "expected %s, got %s".formatted(types.group(2), types.group(1))));
    }
    return Optional.of(Fault.likely(start, message));
  }

  private Optional<Fault> noMethod(Matcher message, int start) {
    String owner = message.group(3);
    String method = message.group(1);
    if (owner.equals("Consequence")) {
      return Optional.of(
          Fault.likely(
              start,
              "no function \"%s\" is known; what a rule says begins with \"audit.\""
                  .formatted(method)));
    }
    return variables
        .types()
        .find(owner)
        .or(() -> Facts.named(owner).map(FactType::of))
        .map(type -> Fault.likely(start, Members.noMethod(type, method)))
        .or(
            () ->
                Optional.of(
                    Fault.likely(start, "%s has no method \"%s\"".formatted(owner, method))));
  }

  private String wrongArguments(Matcher message) {
    String name = message.group(1);
    FactType owner =
        variables
            .types()
            .find(message.group(2))
            .or(() -> Facts.named(message.group(2)).map(FactType::of))
            .orElse(FactType.UNKNOWN);
    List<String> ways =
        owner.methods(name).stream().map(JavaErrors::signature).distinct().sorted().toList();
    return "%s%s does not take (%s); it is %s"
        .formatted(
            owner.is(Audit.class) ? "audit." : "",
            name,
            message.group(3),
            String.join(" or ", ways));
  }

  private static String signature(Method method) {
    String text = FactType.signature(method);
    return method.isVarArgs() ? text.replace("Object[])", "values...)") : text;
  }

  private Optional<Fault> unresolved(String name, int start) {
    if (variables.types().isDeclared(name)) {
      return Optional.empty();
    }
    String message;
    if (name.equals("audit")) {
      message = "\"audit\" is not known; write \"global Audit audit\" at the top of the file";
    } else if (Character.isUpperCase(name.charAt(0))) {
      message = variables.types().unknown(name);
    } else if (!name.startsWith("$") && Nearest.to(name, variables.all().keySet()).isEmpty()) {
      message = "\"%s\" is neither bound in the conditions nor a global".formatted(name);
    } else {
      message = variables.unbound(name);
    }
    return Optional.of(Fault.likely(start, message));
  }
}
