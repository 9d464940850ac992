package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;

/**
 * A part of an expression.
 *
 * @param type of its value
 * @param first its first word
 * @param last its last word
 */
record Operand(FactType type, Lexeme first, Lexeme last) {
  boolean isText() {
    return first.start() == last.start() && first.kind() == Lexeme.Kind.TEXT;
  }
}
