package dev.patrol.audit;

import dev.patrol.config.Config;
import dev.patrol.config.Contact;
import dev.patrol.config.Notices;
import dev.patrol.history.Store;
import dev.patrol.notify.Channel;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.news.Herald;
import dev.patrol.notify.news.Terms;
import dev.patrol.notify.outbox.Database;
import dev.patrol.notify.outbox.Dispatch;
import dev.patrol.notify.outbox.Outbox;
import dev.patrol.notify.outbox.Postman;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.report.published.RunHead;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people what a published run found, as the settings want it. */
public final class Telling {
  /** What the channel for mail is called; no webhook is. */
  private static final String MAIL = "mail";

  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  private final Config config;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Store store;
  private final Outbox outbox;

  /**
   * What came of it.
   *
   * @param outcome what was planned
   * @param dispatch what became of it, and of what was left from earlier runs
   */
  public record Told(Herald.Outcome outcome, Dispatch dispatch) {}

  /**
   * For one store.
   *
   * @param environment where the secrets of channels are looked up
   * @param clock real time, also where an audit's clock stands still
   */
  public Telling(Config config, Map<String, String> environment, Clock clock, Store store) {
    this.config = config;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.store = store;
    this.outbox =
        new Outbox(
            new Database() {
              @Override
              public <T> T run(Work<T> work) {
                return store.transactions().run(work::run);
              }
            },
            clock);
  }

  /** Where messages are kept. */
  public Outbox outbox() {
    return outbox;
  }

  /**
   * Plans what is told of a run, unless that was done before, and sends what is left. What a
   * channel should send that cannot be used waits for another time.
   *
   * @param most how long the sending may take
   * @param ending is handed what lets the sending come to an early end
   * @throws InterruptedException when the thread is interrupted; nothing is lost by that
   */
  public Told tell(PublishedRun run, Duration most, Consumer<Runnable> ending)
      throws InterruptedException {
    Herald.Outcome outcome = herald(terms(config.notices())).plan(run, inventory(run));
    try (Channels channels = Channels.open(config, environment, clock)) {
      channels.problems().forEach(problem -> LOG.warn("nothing is sent that way: {}", problem));
      List<Channel> all = new ArrayList<>(channels.webhooks());
      if (channels.mail() != null) {
        all.add(channels.mail());
      }
      Postman postman = new Postman(outbox, all);
      ending.accept(postman::stop);
      return new Told(outcome, postman.send(most));
    }
  }

  /**
   * What would be told of a run; changes nothing. Where the settings name no channel, what mail
   * would bring.
   */
  public Herald.Outcome preview(PublishedRun run) {
    return herald(wished(config.notices())).preview(run, inventory(run));
  }

  private Herald herald(Terms terms) {
    return new Herald(outbox, terms, clock, Duration.ofDays(config.keepDays()));
  }

  /** As the store has it; the report itself names the folder alone. */
  public String inventory(PublishedRun run) {
    RunHead head = run.head();
    return store.archive().named(head.id()).stream()
        .filter(each -> each.startedAt().truncatedTo(ChronoUnit.SECONDS).equals(head.startedAt()))
        .map(each -> each.inventory())
        .findFirst()
        .orElseGet(() -> InventoryName.of(config.inventory().folder(), config.reports(), false));
  }

  private static Terms terms(Notices notices) {
    Contact admin = notices.admin();
    return new Terms(
        notices.mail() == null ? null : MAIL,
        List.copyOf(notices.webhooks().keySet()),
        admin == null ? null : new Recipient(admin.name(), admin.email()),
        notices.expiryDays(),
        notices.holdBack().share(),
        notices.holdBack().least());
  }

  private static Terms wished(Notices notices) {
    Terms terms = terms(notices);
    return notices.anyChannel()
        ? terms
        : new Terms(
            MAIL, terms.chats(), terms.admin(), terms.expiryDays(), terms.share(), terms.least());
  }
}
