package dev.patrol.notify.news;

import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Flips;
import dev.patrol.notify.outbox.Mark;
import dev.patrol.notify.outbox.Standing;
import dev.patrol.report.published.PublishedEndpoint;
import dev.patrol.report.published.PublishedFinding;
import dev.patrol.report.published.PublishedOwner;
import dev.patrol.report.published.PublishedRule;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.report.published.PublishedToken;
import dev.patrol.report.published.RunVisitor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a published run and finds what is news to whom, against what was told before. Whether it is
 * told tonight is decided when all of it is read.
 */
final class NightReading implements RunVisitor {
  /** Stands for the message that will tell it. */
  private static final String TONIGHT = "tonight";

  /** Stands in a mark before another one than who should act. */
  private static final String OTHER = " ";

  private final Standing standing;
  private final Terms terms;
  private final Audiences audiences;
  private final List<PublishedOwner> owners;
  private final ZoneId zone;
  private final LocalDate today;
  private final Instant now;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Mark> told = new HashMap<>();
  private final Map<String, Mark> kept = new HashMap<>();
  private final Set<String> dropped = new TreeSet<>();
  private final Map<String, Share> shares = new TreeMap<>();
  private final Share all = new Share();
  private final Map<String, Long> unreached = new TreeMap<>();
  private final Map<String, PublishedRule> rules = new HashMap<>();
  private Flips flips = Flips.NONE;
  private long tokens;
  private long endpoints;

  NightReading(PublishedRun run, Standing standing, Terms terms, Instant now) {
    this.standing = standing;
    this.terms = terms;
    this.owners = run.owners();
    this.audiences = new Audiences(run.owners(), terms);
    this.zone = run.head().zone();
    this.today = LocalDate.ofInstant(run.head().startedAt(), zone);
    this.now = now;
    run.read(this);
    standing.marks().values().stream()
        .filter(mark -> mark.isFixedUntold() && !seen.contains(mark.finding()))
        .forEach(this::fixedBefore);
  }

  @Override
  public void token(PublishedToken token) {
    tokens++;
  }

  @Override
  public void endpoint(PublishedEndpoint endpoint) {
    endpoints++;
  }

  @Override
  public void rule(PublishedRule rule) {
    rules.put(rule.id(), rule);
  }

  @Override
  public void flips(Flips counted) {
    flips = counted;
  }

  @Override
  public void finding(PublishedFinding finding) {
    for (Reader reader : readers(finding)) {
      finding(finding, reader, standing.marks().get(reader.key()));
    }
  }

  /**
   * Somebody who is told of a finding.
   *
   * @param key what marks it as told to them
   * @param audience who they are
   * @param acts whether they are the one who should act, and not another one whom it concerns
   */
  private record Reader(String key, String audience, boolean acts) {}

  private List<Reader> readers(PublishedFinding finding) {
    String key = FindingHash.of(finding.key());
    if (isOfService(finding)) {
      // An owner can do nothing about it; those who look after the audits hear of it.
      return List.of(new Reader(key, Audiences.ADMIN, true));
    }
    String first = audiences.of(finding.owners());
    List<Reader> readers = new ArrayList<>();
    readers.add(new Reader(key, first, true));
    for (String other : audiences.others(finding.owners(), first)) {
      readers.add(new Reader(key + OTHER + other, other, false));
    }
    return readers;
  }

  private static boolean isOfService(PublishedFinding finding) {
    return finding.guide().equals(Cause.SERVICE.id());
  }

  private void finding(PublishedFinding finding, Reader reader, @Nullable Mark mark) {
    if (finding.status() == FindingStatus.FIXED) {
      if (mark != null && !mark.fixed()) {
        fixed(finding, mark);
      }
    } else if (seen.add(reader.key())) {
      if (finding.status() == FindingStatus.WAIVED) {
        if (mark != null) {
          dropped.add(reader.key());
        }
      } else {
        open(finding, reader, mark);
      }
    }
  }

  private void open(PublishedFinding finding, Reader reader, @Nullable Mark before) {
    share(reader.audience()).countOpen();
    if (reader.acts()) {
      all.countOpen();
    }
    boolean toldFixed = before != null && before.fixed() && !before.isFixedUntold();
    // That it was fixed was then never read, and that it is back is news all the same.
    boolean back = before != null && !before.fixed() && finding.status() == FindingStatus.REOPENED;
    if (before == null || toldFixed || back || !before.audience().equals(reader.audience())) {
      tellOpen(finding, reader);
      return;
    }
    Mark mark = before.fixed() ? before.open() : before;
    if (before.fixed()) {
      kept.put(reader.key(), mark);
    }
    Instant due = finding.due();
    OptionalInt warning = warning(due);
    boolean sameEnd = due != null && due.equals(mark.warnedDue());
    int warned = sameEnd ? mark.warnedDays() : 0;
    if (warning.isPresent() && (warned == 0 || warning.getAsInt() < warned)) {
      tell(News.of(News.Kind.DUE, finding), finding, reader);
      told.put(reader.key(), mark.warned(due, warning.getAsInt(), TONIGHT));
    }
  }

  private void tellOpen(PublishedFinding finding, Reader reader) {
    boolean again = finding.status() == FindingStatus.REOPENED;
    Instant due = finding.due();
    int days = warning(due).orElse(0);
    tell(News.of(again ? News.Kind.REOPENED : News.Kind.NEW, finding), finding, reader);
    Mark mark = Mark.told(reader.key(), reader.audience(), TONIGHT, now);
    told.put(reader.key(), days == 0 ? mark : mark.warned(due, days, TONIGHT));
  }

  private void fixed(PublishedFinding finding, Mark mark) {
    if (!audiences.knows(mark.audience())) {
      dropped.add(mark.finding());
      return;
    }
    String about = finding.rule() + "\n" + finding.subject().shown();
    kept.put(mark.finding(), mark.fixedBy("", about, now));
    told.put(mark.finding(), mark.fixedBy(TONIGHT, about, now));
    tell(News.of(News.Kind.FIXED, finding), mark.audience(), isOfActor(mark));
  }

  /** It was fixed in a night of which nobody was told. */
  private void fixedBefore(Mark mark) {
    if (!audiences.knows(mark.audience())) {
      dropped.add(mark.finding());
      return;
    }
    String[] about = mark.about().split("\n", 2);
    told.put(mark.finding(), mark.fixedBy(TONIGHT, mark.about(), mark.toldAt()));
    tell(News.fixed(about[0], about.length > 1 ? about[1] : ""), mark.audience(), isOfActor(mark));
  }

  private static boolean isOfActor(Mark mark) {
    return !mark.finding().contains(OTHER);
  }

  private OptionalInt warning(@Nullable Instant due) {
    return due == null
        ? OptionalInt.empty()
        : terms.warning(ChronoUnit.DAYS.between(today, LocalDate.ofInstant(due, zone)));
  }

  private void tell(News news, PublishedFinding finding, Reader reader) {
    boolean wanted = !isOfService(finding) && !finding.owners().isEmpty();
    if (reader.audience().equals(Audiences.ADMIN) && wanted) {
      PublishedOwner owner = owners.get(finding.owners().get(0));
      if (!owner.unowned()) {
        unreached.merge(owner.name(), 1L, Long::sum);
      }
    }
    tell(news, reader.audience(), reader.acts());
  }

  /** The summary counts a thing once, however many people are told. */
  private void tell(News news, String audience, boolean once) {
    share(audience).add(news);
    if (once) {
      all.add(news);
    }
  }

  private Share share(String audience) {
    return shares.computeIfAbsent(audience, fresh -> new Share());
  }

  /** What is told to one audience. */
  Share of(String audience) {
    return share(audience);
  }

  /** What is told to all of them. */
  Share all() {
    return all;
  }

  Audiences audiences() {
    return audiences;
  }

  /** By name: how many things there are to tell to owners without an address. */
  Map<String, Long> unreached() {
    return unreached;
  }

  Flips flips() {
    return flips;
  }

  long tokens() {
    return tokens;
  }

  long endpoints() {
    return endpoints;
  }

  /** The title of a rule; its id where the report no longer has it. */
  String title(String rule) {
    PublishedRule known = rules.get(rule);
    return known == null || known.title().isEmpty() ? rule : known.title();
  }

  /** What a rule asks for; empty where the report does not have it. */
  String remedy(String rule) {
    PublishedRule known = rules.get(rule);
    return known == null ? "" : known.remedy();
  }

  /**
   * What holds of the findings from now on.
   *
   * @param messages by audience: the id of the message that tells them
   */
  List<Mark> marks(Map<String, String> messages) {
    Map<String, Mark> marks = new HashMap<>(kept);
    for (Mark mark : told.values()) {
      String message = messages.get(mark.audience());
      if (message != null) {
        marks.put(mark.finding(), mark.by(TONIGHT, message));
      }
    }
    return List.copyOf(marks.values());
  }

  /**
   * The findings of which nothing need be remembered.
   *
   * @param before what was told before that time of findings that are not there counts no longer
   */
  Set<String> dropped(Instant before) {
    Set<String> all = new TreeSet<>(dropped);
    for (Mark mark : standing.marks().values()) {
      if (!mark.fixed() && !seen.contains(mark.finding()) && mark.toldAt().isBefore(before)) {
        all.add(mark.finding());
      }
    }
    return all;
  }
}
