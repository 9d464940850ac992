package dev.patrol.config;

import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.Node.Scalar;
import dev.patrol.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setting of the file. A wrong value becomes a problem and the default is used in its place, so
 * that the rest is read as well.
 *
 * @param path where it stands, such as {@code probe.concurrency}
 * @param node its value; null when the file does not have the setting
 * @param sensitive whether its value must not be shown
 */
record Setting(Reading reading, String path, @Nullable Node node, boolean sensitive) {

  /** This setting, with a value that must not be shown. */
  Setting secret() {
    return new Setting(reading, path, node, true);
  }

  /** The value, or the default when it is not given or wrong. */
  <T> T as(Kind<T> kind, T fallback) {
    return as(kind).orElse(fallback);
  }

  /** The value; empty when it is not given or wrong. */
  <T> Optional<T> as(Kind<T> kind) {
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof Scalar scalar) {
      try {
        return Optional.of(kind.read(scalar.text()));
      } catch (UnexpectedValue e) {
        wrong(String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }
    wrong(kind.expected());
    return Optional.empty();
  }

  /** The values of a list without those that are wrong; none when it is not given. */
  <T> List<T> listOf(Kind<T> kind) {
    return items().stream().flatMap(item -> item.as(kind).stream()).toList();
  }

  /** The items of a list; none when it is not given. */
  List<Setting> items() {
    if (node == null || node instanceof Empty) {
      return List.of();
    }
    if (!(node instanceof Sequence sequence)) {
      wrong("expected a list");
      return List.of();
    }
    List<Setting> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      items.add(new Setting(reading, path + "[" + items.size() + "]", item, sensitive));
    }
    return items;
  }

  /** The items of a list that must not be empty; none when it is not given or wrong. */
  List<Setting> someItems(String expected) {
    if (node == null || (node instanceof Sequence sequence && !sequence.items().isEmpty())) {
      return items();
    }
    wrong(expected);
    return List.of();
  }

  /** The settings within this one; none when it is not given. */
  Section section() {
    return new Section(this);
  }

  /** Reports that this setting's section lacks a name that it needs. */
  void missing(String name) {
    if (node instanceof Mapping || node instanceof Empty) {
      reading.problem(node, path + "." + name + ": must be given");
    }
  }

  /** Reports at this setting's place what another one lacks because of it. */
  void elsewhere(String message) {
    reading.problem(node == null ? new Empty(0, 0) : node, message);
  }

  /** Reports the value. */
  void wrong(String expected) {
    reading.unexpected(node == null ? new Empty(0, 0) : node, path, expected, sensitive);
  }
}
