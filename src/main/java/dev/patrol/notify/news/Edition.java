package dev.patrol.notify.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.notify.Attachment;
import dev.patrol.notify.Message;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.outbox.Listed;
import dev.patrol.notify.outbox.Night;
import dev.patrol.notify.outbox.Planned;
import dev.patrol.notify.outbox.Planned.Purpose;
import dev.patrol.notify.outbox.Standing;
import dev.patrol.notify.outbox.State;
import dev.patrol.report.published.PublishedOwner;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.report.published.RunHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages of one night. */
final class Edition {
  /** So many of a kind are named in a summary. */
  private static final long MOST = Share.MOST * 2L;

  private final PublishedRun run;
  private final RunHead head;
  private final Night night;
  private final NightReading reading;
  private final Standing standing;
  private final Terms terms;
  private final Wording wording;
  private final boolean heldBack;
  private final List<Planned> messages = new ArrayList<>();
  private final Map<String, String> byAudience = new TreeMap<>();
  private boolean refusedTold;

  Edition(PublishedRun run, Night night, NightReading reading, Standing standing, Terms terms) {
    this.run = run;
    this.head = run.head();
    this.night = night;
    this.reading = reading;
    this.standing = standing;
    this.terms = terms;
    wording = new Wording(head.language(), head.zone());
    heldBack = terms.isSuspect(reading.flips());
    if (!heldBack) {
      reading.audiences().persons().forEach(this::owner);
    }
    summaries();
  }

  private void owner(String audience, Audiences.Person person) {
    Share share = reading.of(audience);
    String mail = terms.mail();
    if (share.isEmpty() || mail == null) {
      return;
    }
    Letter letter = new Letter(wording, reading);
    letter.line("hello", Letter.cut(person.to().name())).gap();
    letter.line("intro", inventory(), day(), wording.counts(share), share.open());
    letter.first(share).fixed(share).gap();
    List<Attachment> attachments = attachments(person.pages());
    long pages = attachments.stream().filter(each -> each.fileName().endsWith(".html")).count();
    if (pages > 0) {
      letter.line(pages == 1 ? "page" : "pages");
    }
    letter.line("why", head.id());
    String subject = Letter.subject(wording, share);
    Planned planned =
        planned(mail, Purpose.OWNER, person.to(), subject, letter.text(), attachments);
    messages.add(planned);
    byAudience.put(audience, planned.message().id());
  }

  private List<Attachment> attachments(List<PublishedOwner> pages) {
    List<Attachment> attachments = new ArrayList<>();
    for (PublishedOwner owner : pages) {
      attach(owner.page(), "text/html", attachments);
      attach(owner.csv(), "text/csv", attachments);
    }
    return attachments;
  }

  private void attach(String name, String mediaType, List<Attachment> attachments) {
    Path file = run.folder().resolve(name).toAbsolutePath().normalize();
    if (!name.isEmpty() && Files.isRegularFile(file)) {
      attachments.add(new Attachment(String.valueOf(file.getFileName()), mediaType, file));
    }
  }

  private void summaries() {
    String subject = summarySubject();
    if (subject.isEmpty() || !terms.anySummary()) {
      return;
    }
    refusedTold = true;
    String text = summaryText();
    String mail = terms.mail();
    Recipient admin = terms.admin();
    if (mail != null && admin != null) {
      messages.add(planned(mail, Purpose.SUMMARY, admin, subject, text, List.of()));
    }
    for (String chat : terms.chats()) {
      messages.add(planned(chat, Purpose.SUMMARY, null, subject, text, List.of()));
    }
    if (!heldBack) {
      messages.stream()
          .filter(each -> each.purpose() == Purpose.SUMMARY)
          .findFirst()
          .ifPresent(each -> byAudience.put(Audiences.ADMIN, each.message().id()));
    }
  }

  /** Empty when there is nothing to say. */
  private String summarySubject() {
    Share all = reading.all();
    if (heldBack && !saidToday()) {
      return wording.text("subject.heldBack", reading.flips().flipped(), reading.flips().known());
    }
    if (!heldBack && !all.isEmpty()) {
      return Letter.subject(wording, all);
    }
    return standing.refused().isEmpty() ? "" : wording.text("subject.trouble");
  }

  /** An audit that is done again the same day finds the same. */
  private boolean saidToday() {
    return standing.heldBack()
        && standing.last().stream()
            .map(last -> LocalDate.ofInstant(last.startedAt(), head.zone()))
            .anyMatch(LocalDate.ofInstant(head.startedAt(), head.zone())::equals);
  }

  private String summaryText() {
    Share all = reading.all();
    Letter letter = new Letter(wording, reading);
    String news = all.isEmpty() ? "0" : wording.counts(all);
    letter.line(
        "summary.intro",
        inventory(),
        day(),
        reading.tokens(),
        reading.endpoints(),
        all.open(),
        news);
    if (heldBack) {
      letter.gap();
      letter.line("summary.heldBack", reading.flips().flipped(), reading.flips().known(), news);
    } else {
      letter.line("summary.told", byAudience.size());
      unreached(letter);
      letter.first(all).fixed(all);
    }
    refused(letter);
    letter.gap();
    letter.line("report", run.folder().resolve("index.html").toAbsolutePath().normalize());
    return letter.text();
  }

  private void unreached(Letter letter) {
    if (terms.mail() != null && !reading.unreached().isEmpty()) {
      letter.line(
          "summary.unreached",
          reading.unreached().entrySet().stream()
              .limit(MOST)
              .map(
                  each ->
                      wording.text(
                          "summary.unreached.item", Letter.cut(each.getKey()), each.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }

  private void refused(Letter letter) {
    if (!standing.refused().isEmpty()) {
      letter.gap().line("summary.refused");
      standing.refused().stream().limit(MOST).forEach(each -> refused(letter, each));
      letter.more(standing.refused().size() - MOST);
    }
  }

  private static void refused(Letter letter, Listed listed) {
    Recipient to = listed.planned().message().to();
    letter.line(
        listed.state() == State.UNSURE ? "summary.unsure.item" : "summary.refused.item",
        to == null ? listed.planned().channel() : to.address(),
        listed.run(),
        Letter.cut(listed.reason()));
  }

  private String inventory() {
    return Letter.cut(head.inventory());
  }

  private String day() {
    return wording.day(head.startedAt());
  }

  private Planned planned(
      String channel,
      Purpose purpose,
      @Nullable Recipient to,
      String subject,
      String text,
      List<Attachment> attachments) {
    String name =
        String.join(
            "\n",
            night.inventory(),
            night.run(),
            night.startedAt().toString(),
            purpose.name(),
            channel,
            to == null ? "" : to.address());
    String id = "patrol-" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    return new Planned(channel, purpose, new Message(id, to, subject, text, attachments));
  }

  List<Planned> messages() {
    return List.copyOf(messages);
  }

  /** By audience: the message that tells it. */
  Map<String, String> byAudience() {
    return byAudience;
  }

  boolean heldBack() {
    return heldBack;
  }

  /** Ids of refused and unsure messages that are told of. */
  List<String> reported() {
    return refusedTold
        ? standing.refused().stream().map(each -> each.planned().message().id()).toList()
        : List.of();
  }
}
