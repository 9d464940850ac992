package dev.patrol.config;

import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Settings by name. What was given and never asked for is unknown when the section is closed. */
final class Section implements AutoCloseable {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private final Setting setting;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> left;
  private final Set<String> asked = new TreeSet<>();

  Section(Setting setting) {
    this.setting = setting;
    if (setting.node() instanceof Mapping mapping) {
      mapping.entries().forEach(this::add);
    } else if (setting.node() != null && !(setting.node() instanceof Empty)) {
      setting.wrong("expected names with values");
    }
    this.left = new LinkedHashMap<>(entries);
  }

  /** The setting of that name, whether given or not. */
  Setting at(String name) {
    String path = setting.path().isEmpty() ? name : setting.path() + "." + name;
    asked.add(name);
    setting.reading().asked(path);
    Entry entry = left.remove(name);
    return new Setting(
        setting.reading(), path, entry == null ? null : entry.value(), setting.sensitive());
  }

  /** The setting of that name; that it is not given is a problem. */
  Setting needed(String name) {
    Setting needed = at(name);
    if (needed.node() == null) {
      setting.missing(name);
    }
    return needed;
  }

  /** All that is given, where the names are for the user to choose, in the order of the file. */
  Map<String, Setting> all() {
    Map<String, Setting> all = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      String name = entry.name();
      String path =
          setting.path() + (PLAIN_NAME.matcher(name).matches() ? "." + name : "[" + name + "]");
      all.put(name, new Setting(setting.reading(), path, entry.value(), setting.sensitive()));
    }
    left.clear();
    return all;
  }

  /** Names where the setting that gives them stands wrong. */
  void wrongName(String name, String expected) {
    Entry entry = entries.get(name);
    if (entry != null) {
      setting.reading().problem(entry, setting.path() + ": " + expected);
    }
  }

  @Override
  public void close() {
    left.values().forEach(entry -> setting.reading().unknown(entry, setting.path(), asked));
  }

  private void add(Entry entry) {
    Entry first = entries.putIfAbsent(entry.name(), entry);
    if (first != null) {
      String path = setting.path().isEmpty() ? entry.name() : setting.path() + "." + entry.name();
      setting.reading().problem(entry, path + ": given twice, first in line " + first.line());
    }
  }
}
