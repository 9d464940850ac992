package dev.patrol.yaml;

import java.util.List;

/** A part of a YAML document and where it begins. */
public sealed interface Node {
  /** The line, counted from 1. */
  int line();

  /** The column, counted from 1. */
  int column();

  /** Text as written, without its quotes; numbers and booleans stay text. */
  record Scalar(int line, int column, String text) implements Node {}

  /** Nothing, {@code ~} or {@code null}. */
  record Empty(int line, int column) implements Node {}

  /** A list. */
  record Sequence(int line, int column, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Names with values, in their order; a name may stand there twice. */
  record Mapping(int line, int column, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One name of a mapping, where it stands, and its value. */
  record Entry(int line, int column, String name, Node value) {}
}
