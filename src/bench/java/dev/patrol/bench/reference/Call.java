package dev.patrol.bench.reference;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Workspace;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One endpoint with its answer, and what was said about it so far. */
final class Call {
  final Endpoint endpoint;
  final Answer answer;
  final Meaning meaning;
  final @Nullable Operation operation;
  final @Nullable Workspace place;

  /** Whether the service said that it may not be, without a word about the key itself. */
  final boolean refused;

  private final Map<Cause, Mark> marks = new EnumMap<>(Cause.class);
  private final Map<Cause, List<Cause>> alternatives = new EnumMap<>(Cause.class);
  private final Set<Cause> failed = EnumSet.noneOf(Cause.class);
  private final Set<Cause> open = EnumSet.noneOf(Cause.class);

  Call(Endpoint endpoint, Answer answer, @Nullable Workspace place) {
    this.endpoint = endpoint;
    this.answer = answer;
    this.place = place;
    meaning = answer.meaning();
    operation = endpoint.operation();
    refused = meaning == Meaning.RIGHT_REFUSED || meaning == Meaning.AUTH_REFUSED;
  }

  String id() {
    return endpoint.id();
  }

  @Nullable String workspace() {
    return endpoint.workspace();
  }

  /** Whether its resource lives in a workspace, as far as that is documented. */
  boolean livesInWorkspace() {
    return operation == null || operation.needsWorkspace();
  }

  void mark(Cause step, Mark mark) {
    marks.merge(step, mark, Marks::stronger);
  }

  @Nullable Mark mark(Cause step) {
    return marks.get(step);
  }

  void fail(Cause cause, Mark mark, List<Cause> others) {
    mark(cause, mark);
    alternatives.merge(cause, others, Marks::closed);
    failed.add(cause);
  }

  boolean hasFailed(Cause cause) {
    return failed.contains(cause);
  }

  boolean hasFailed() {
    return !failed.isEmpty();
  }

  /** Whether a right is known to be what it lacks. */
  boolean lacksRight() {
    return failed.contains(Cause.KEY_PERMISSION) || failed.contains(Cause.KEY_WORKSPACE);
  }

  /** Whatever the named cause is, this one fits as well. */
  void leaveOpen(Cause cause) {
    open.add(cause);
  }

  Set<Cause> leftOpen() {
    return open;
  }

  @Nullable List<Cause> alternatives(Cause named) {
    return alternatives.get(named);
  }
}
