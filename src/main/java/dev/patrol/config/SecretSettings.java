package dev.patrol.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the commands that print tokens: {@code secrets}. */
final class SecretSettings {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Set<String> RESERVED = Set.of("env", "file");
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "zsh", "ksh", "fish", "cmd", "cmd.exe", "powershell", "pwsh");

  private static final Pattern SCRIPT_OPTION = Pattern.compile("(?i)-[a-z]*c|/c|-command");

  private SecretSettings() {}

  static Map<String, Command> commands(Setting setting) {
    Map<String, Command> commands = new HashMap<>();
    try (Section in = setting.section()) {
      in.all()
          .forEach(
              (name, value) -> {
                if (RESERVED.contains(name)) {
                  in.wrongName(name, "the name " + name + " is built in, expected another one");
                } else if (!NAME.matcher(name).matches()) {
                  in.wrongName(name, "expected a name of letters, digits, - and _");
                }
                List<String> words = words(value);
                if (!words.isEmpty()) {
                  commands.put(name, new Command(words));
                }
              });
    }
    return commands;
  }

  /** The words of a command; none when it must not be run. */
  private static List<String> words(Setting setting) {
    List<Setting> items =
        setting.someItems("expected a list such as [vault, kv, get, \"secret/coze/{key}\"]");
    List<String> words = items.stream().flatMap(item -> item.as(Kind.text()).stream()).toList();
    if (items.isEmpty() || words.size() < items.size()) {
      return List.of();
    }
    if (words.get(0).isBlank() || words.get(0).contains(Command.KEY)) {
      items.get(0).wrong("expected the program to run, without {key}");
      return List.of();
    }
    int script = script(words);
    if (script > 0 && words.get(script).contains(Command.KEY)) {
      items
          .get(script)
          .wrong(
              "{key} inside a shell script would let an inventory cell run commands; expected it"
                  + " as a word of its own, as in [sh, -c, 'get \"$1\"', sh, \"{key}\"]");
      return List.of();
    }
    return words;
  }

  /** Which word is a script for a shell, or 0 when none is. */
  private static int script(List<String> words) {
    String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    if (SHELLS.contains(program.toLowerCase(Locale.ROOT))) {
      for (int i = 1; i + 1 < words.size(); i++) {
        if (SCRIPT_OPTION.matcher(words.get(i)).matches()) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
