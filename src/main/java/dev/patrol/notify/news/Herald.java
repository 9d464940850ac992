package dev.patrol.notify.news;

import dev.patrol.notify.outbox.Night;
import dev.patrol.notify.outbox.Outbox;
import dev.patrol.notify.outbox.Plan;
import dev.patrol.notify.outbox.Planned;
import dev.patrol.notify.outbox.Standing;
import dev.patrol.report.published.PublishedRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides what is told of a published run. Whatever was told once is remembered, so that nothing is
 * told twice, and what could not be told is told later if it still holds.
 */
public final class Herald {
  /** So often another process may plan something in between. */
  private static final int TRIES = 3;

  private final Outbox outbox;
  private final Terms terms;
  private final Clock clock;
  private final Duration memory;

  /**
   * A herald for one store.
   *
   * @param memory for how long is remembered what was told of things that are no longer there
   */
  public Herald(Outbox outbox, Terms terms, Clock clock, Duration memory) {
    this.outbox = outbox;
    this.terms = terms;
    this.clock = clock;
    this.memory = memory;
  }

  /** How a run stands. */
  public enum Kind {
    /** Its messages are planned now, or would be. */
    PLANNED,
    /** Its messages were planned before. */
    KNOWN,
    /** Messages of a later run were planned, so that its news are old. */
    PAST
  }

  /**
   * What is told of a run.
   *
   * @param kind how the run stands
   * @param messages what is planned now, or would be
   * @param heldBack whether owners are not told tonight
   */
  public record Outcome(Kind kind, List<Planned> messages, boolean heldBack) {
    public Outcome {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Plans the messages of a run, once.
   *
   * @param inventory what tells the run's inventory from others
   * @throws java.io.UncheckedIOException when the report cannot be read
   */
  public Outcome plan(PublishedRun run, String inventory) {
    Night night = night(run, inventory);
    for (int i = 0; i < TRIES; i++) {
      Standing standing = outbox.standing(inventory);
      Kind kind = kind(standing, night);
      if (kind != Kind.PLANNED) {
        return new Outcome(kind, List.of(), false);
      }
      outbox.withdraw(inventory);
      Instant now = clock.instant();
      Standing fresh = outbox.standing(inventory);
      NightReading reading = new NightReading(run, fresh, terms, now);
      Edition edition = new Edition(run, night, reading, fresh, terms);
      Plan plan =
          new Plan(
              night,
              now,
              edition.heldBack(),
              edition.messages(),
              reading.marks(edition.byAudience()),
              reading.dropped(now.minus(memory)),
              edition.reported());
      if (outbox.plan(plan, standing.last())) {
        outbox.forget(now.minus(memory));
        return new Outcome(Kind.PLANNED, edition.messages(), edition.heldBack());
      }
    }
    throw new IllegalStateException("other processes plan messages of " + inventory + " as well");
  }

  /** As {@link #plan}, and changes nothing. */
  public Outcome preview(PublishedRun run, String inventory) {
    Night night = night(run, inventory);
    Standing standing = outbox.standing(inventory);
    Kind kind = kind(standing, night);
    if (kind != Kind.PLANNED) {
      return new Outcome(kind, List.of(), false);
    }
    NightReading reading = new NightReading(run, standing, terms, clock.instant());
    Edition edition = new Edition(run, night, reading, standing, terms);
    return new Outcome(Kind.PLANNED, edition.messages(), edition.heldBack());
  }

  /** What a run is called in the outbox. */
  public static Night night(PublishedRun run, String inventory) {
    return new Night(inventory, run.head().id(), run.head().startedAt());
  }

  private Kind kind(Standing standing, Night night) {
    if (standing.knows(night)) {
      return Kind.KNOWN;
    }
    // A night to come is one of a trial, which must not silence the real ones.
    boolean trial = standing.isPast(clock.instant());
    return !trial && standing.isPast(night.startedAt()) ? Kind.PAST : Kind.PLANNED;
  }
}
