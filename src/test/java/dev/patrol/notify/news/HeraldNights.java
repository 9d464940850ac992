package dev.patrol.notify.news;

import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.notify.Delivery;
import dev.patrol.notify.Message;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.outbox.ManualClock;
import dev.patrol.notify.outbox.Outbox;
import dev.patrol.notify.outbox.Postman;
import dev.patrol.notify.outbox.RecordingChannel;
import dev.patrol.notify.outbox.Stores;
import dev.patrol.report.published.ReportFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Nights of an inventory, and who is told of them; on each kind of database. */
abstract class HeraldNights {
  static final Recipient ADMIN = new Recipient("Ops", "ops@example.com");
  static final Delivery AWAY = new Delivery.Later("away", Duration.ofMinutes(5));

  final Path folder;
  final Store store;
  final Outbox outbox;
  final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T02:00:00Z"));
  final RecordingChannel mail = new RecordingChannel("mail");
  final RecordingChannel chat = new RecordingChannel("chat");
  int night = 21;

  HeraldNights(StoreLocation location, @TempDir Path folder) {
    this.folder = folder;
    store = Store.open(location);
    outbox = new Outbox(Stores.database(store), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Terms terms() {
    return new Terms("mail", List.of("chat"), ADMIN, List.of(14, 7, 3, 1), 0.3, 5);
  }

  Herald herald() {
    return new Herald(outbox, terms(), clock, Duration.ofDays(400));
  }

  /** The run of the next night, with two owners and what has none. */
  ReportFiles nextNight() {
    night++;
    clock.pass(Duration.ofDays(1));
    return sameNight("run-" + night);
  }

  ReportFiles sameNight(String run) {
    return new ReportFiles(run, "2026-11-%02dT02:30:00+08:00".formatted(night))
        .owner("Li Wei", "Li.Wei@example.com")
        .owner("Wang Fang", "")
        .unowned("", "");
  }

  Herald.Outcome plan(ReportFiles run) {
    return herald().plan(run.in(folder), "team");
  }

  /** Plans and sends; returns the mails. */
  List<Message> tell(ReportFiles run) throws InterruptedException {
    plan(run);
    return send();
  }

  List<Message> send() throws InterruptedException {
    new Postman(outbox, List.of(mail, chat)).send();
    return mail.take();
  }

  static List<Message> toOwner(List<Message> messages) {
    return messages.stream().filter(each -> !ADMIN.equals(each.to())).toList();
  }

  static List<String> addresses(List<Message> messages) {
    return messages.stream().map(each -> each.to() == null ? "" : each.to().address()).toList();
  }
}
