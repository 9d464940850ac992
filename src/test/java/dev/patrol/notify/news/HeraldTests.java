package dev.patrol.notify.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.history.StoreLocation;
import dev.patrol.notify.Attachment;
import dev.patrol.notify.Delivery;
import dev.patrol.notify.Message;
import dev.patrol.report.published.ReportFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told to whom over several nights; on each kind of database. */
abstract class HeraldTests extends HeraldNights {
  HeraldTests(StoreLocation location, Path folder) {
    super(location, folder);
  }

  @Test
  void failures_of_the_service_are_told_to_the_admin_and_to_no_owner() throws InterruptedException {
    assertThat(addresses(tell(nextNight().serviceFinding("new", "sales", 0))))
        .containsExactly("ops@example.com");
    assertThat(addresses(tell(nextNight().serviceFinding("fixed", "sales", 0))))
        .containsExactly("ops@example.com");
  }

  @Test
  void what_is_new_is_told_once_and_what_is_fixed_as_well() throws InterruptedException {
    List<Message> first = tell(nextNight().finding("lost", "high", "new", "sales", 0));
    assertThat(addresses(first)).containsExactly("Li.Wei@example.com", "ops@example.com");
    assertThat(first.get(0).subject()).isEqualTo("Coze tokens: one thing to do, 1 of them high");
    assertThat(first.get(0).text())
        .contains("Hello Li Wei,", "1 new", "[high] Title of lost", "About: sales")
        .contains("Since 2026-11-20", "Seen: seen of sales", "Do: Make a new one.")
        .contains("The page attached has everything.");
    assertThat(first.get(0).attachments())
        .extracting(Attachment::fileName)
        .containsExactly("0.html", "0.csv");
    assertThat(chat.take()).extracting(Message::subject).containsExactly(first.get(1).subject());

    assertThat(tell(nextNight().finding("lost", "high", "open", "sales", 0))).isEmpty();
    assertThat(chat.take()).isEmpty();

    List<Message> fixed = tell(nextNight().finding("lost", "high", "fixed", "sales", 0));
    assertThat(toOwner(fixed))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.subject()).isEqualTo("Coze tokens: one thing fixed");
              assertThat(message.text()).contains("- sales: Title of lost");
            });
    List<Message> back = tell(nextNight().finding("lost", "high", "reopened", "sales", 0));
    assertThat(toOwner(back).get(0).text()).contains("1 back again");
  }

  @Test
  void what_is_back_is_told_also_when_no_night_told_that_it_was_fixed()
      throws InterruptedException {
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    nextNight().finding("lost", "high", "fixed", "sales", 0);
    List<Message> back = tell(nextNight().finding("lost", "high", "reopened", "sales", 0));
    assertThat(toOwner(back))
        .singleElement()
        .satisfies(message -> assertThat(message.text()).contains("1 back again"));
    assertThat(tell(nextNight().finding("lost", "high", "open", "sales", 0))).isEmpty();
  }

  @Test
  void an_audit_of_the_same_night_repeats_nothing() throws InterruptedException {
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    assertThat(tell(sameNight("again").finding("lost", "high", "new", "sales", 0))).isEmpty();
    ReportFiles known = sameNight("again").finding("lost", "high", "new", "sales", 0);
    assertThat(plan(known).kind()).isEqualTo(Herald.Kind.KNOWN);
  }

  @Test
  void a_run_older_than_one_that_was_told_tells_nothing() throws InterruptedException {
    ReportFiles older = nextNight().finding("lost", "high", "new", "sales", 0);
    tell(nextNight().finding("ends", "high", "new", "sales", 0));
    assertThat(plan(older).kind()).isEqualTo(Herald.Kind.PAST);
    assertThat(send()).isEmpty();
  }

  @Test
  void a_night_to_come_that_was_told_does_not_silence_the_real_ones() throws InterruptedException {
    ReportFiles tonight = nextNight().finding("lost", "high", "new", "sales", 0);
    ReportFiles trial =
        new ReportFiles("trial", "2027-03-01T02:30:00+08:00")
            .owner("Li Wei", "Li.Wei@example.com")
            .finding("ends", "high", "new", "spare", 0);
    tell(trial);
    assertThat(toOwner(tell(tonight))).hasSize(1);
    assertThat(plan(nextNight()).kind()).isEqualTo(Herald.Kind.PLANNED);
  }

  @Test
  void what_was_not_told_as_open_is_not_told_as_fixed() throws InterruptedException {
    assertThat(tell(nextNight().finding("lost", "high", "fixed", "sales", 0))).isEmpty();
    assertThat(tell(nextNight().finding("lost", "high", "waived", "sales", 0))).isEmpty();
  }

  @Test
  void what_was_open_before_anybody_was_told_is_told() throws InterruptedException {
    assertThat(toOwner(tell(nextNight().finding("lost", "high", "open", "sales", 0)))).hasSize(1);
  }

  @Test
  void each_warning_of_an_end_comes_once() throws InterruptedException {
    String end = "2026-11-30T23:59:59+08:00";
    // Tonight is the 22nd, so that the warning 14 days before comes with the news.
    List<Message> news = tell(nextNight().finding("ends", "medium", "new", "sales", 0, end));
    assertThat(news.get(0).subject())
        .isEqualTo("Coze tokens: one thing to do, first by 2026-11-30");
    List<Integer> told = new ArrayList<>();
    for (int i = 23; i < 30; i++) {
      ReportFiles run = nextNight().finding("ends", "medium", "open", "sales", 0, end);
      told.add(toOwner(tell(run)).size());
    }
    assertThat(told).containsExactly(1, 0, 0, 0, 1, 0, 1);
  }

  @Test
  void warnings_that_come_due_at_once_are_one() throws InterruptedException {
    String far = "2027-01-30T23:59:59+08:00";
    String near = "2026-11-24T23:59:59+08:00";
    tell(nextNight().finding("ends", "medium", "new", "sales", 0, far));
    List<Message> warned =
        toOwner(tell(nextNight().finding("ends", "medium", "open", "sales", 0, near)));
    assertThat(warned)
        .singleElement()
        .satisfies(m -> assertThat(m.text()).contains("1 ending soon", "by 2026-11-24"));
    ReportFiles moved = nextNight().finding("ends", "medium", "open", "sales", 0, far);
    assertThat(tell(moved)).isEmpty();
  }

  @Test
  void owners_without_an_address_and_what_nobody_owns_are_told_to_the_admin()
      throws InterruptedException {
    List<Message> messages =
        tell(
            nextNight()
                .finding("lost", "high", "new", "sales", 1)
                .finding("lost", "low", "new", "spare", 2));
    assertThat(addresses(messages)).containsExactly("ops@example.com");
    assertThat(messages.get(0).text())
        .contains("Owners without an address, please tell them: Wang Fang (1)")
        .contains("2 new", "No owner is written to");
    assertThat(tell(nextNight().finding("lost", "high", "open", "sales", 1))).isEmpty();
  }

  @Test
  void the_first_person_with_an_address_is_told_before_those_who_only_take_care()
      throws InterruptedException {
    List<Message> messages =
        tell(
            nextNight()
                .finding("lost", "high", "new", "sales", List.of(1, 0))
                .finding("lost", "low", "new", "spare", List.of(2, 1, 0)));
    assertThat(addresses(toOwner(messages))).containsExactly("Li.Wei@example.com");
    assertThat(toOwner(messages).get(0).text()).contains("2 new");
    ReportFiles cared =
        new ReportFiles("cared", "2026-11-24T02:30:00+08:00")
            .unowned("Zhao Min", "zhao.min@example.com")
            .owner("Wang Fang", "wang.fang@example.com")
            .finding("ends", "high", "new", "sales", List.of(0, 1));
    assertThat(addresses(toOwner(tell(cared)))).containsExactly("wang.fang@example.com");
  }

  @Test
  void the_owner_of_the_workspace_is_told_beside_the_one_who_should_act()
      throws InterruptedException {
    List<Message> first = tell(shared(23, "new"));
    assertThat(addresses(first))
        .containsExactly("li.wei@example.com", "wang.fang@example.com", "ops@example.com");
    assertThat(first).extracting(Message::text).allMatch(text -> text.contains("1 new"));
    assertThat(tell(shared(24, "open"))).isEmpty();
    assertThat(addresses(tell(shared(25, "fixed"))))
        .containsExactly("li.wei@example.com", "wang.fang@example.com", "ops@example.com");
    assertThat(tell(shared(26, ""))).isEmpty();
  }

  private ReportFiles shared(int day, String status) {
    clock.pass(Duration.ofDays(1));
    ReportFiles run =
        new ReportFiles("shared-" + day, "2026-11-%dT02:30:00+08:00".formatted(day))
            .owner("Li Wei", "li.wei@example.com")
            .owner("Wang Fang", "wang.fang@example.com");
    return status.isEmpty() ? run : run.finding("lost", "high", status, "sales", List.of(0, 1));
  }

  @Test
  void the_contact_for_what_nobody_owns_is_told_in_the_message_of_an_owner()
      throws InterruptedException {
    ReportFiles run =
        new ReportFiles("one", "2026-11-22T02:30:00+08:00")
            .owner("Li Wei", "li.wei@example.com")
            .unowned("Li", "LI.WEI@example.com")
            .finding("lost", "high", "new", "sales", 0)
            .finding("lost", "low", "new", "spare", 1);
    List<Message> messages = tell(run);
    assertThat(addresses(messages)).containsExactly("li.wei@example.com", "ops@example.com");
    assertThat(messages.get(0).text()).contains("2 new");
  }

  @Test
  void what_could_not_be_sent_is_told_the_next_night_if_it_still_holds()
      throws InterruptedException {
    mail.always(AWAY);
    assertThat(
            tell(
                nextNight()
                    .finding("lost", "high", "new", "sales", 0)
                    .finding("lost", "high", "new", "spare", 0)))
        .hasSizeBetween(1, 2);
    mail.always(new Delivery.Delivered());
    List<Message> next =
        toOwner(
            tell(
                nextNight()
                    .finding("lost", "high", "open", "sales", 0)
                    .finding("lost", "high", "fixed", "spare", 0)));
    assertThat(next).singleElement().satisfies(m -> assertThat(m.text()).contains("1 new."));
  }

  @Test
  void what_was_fixed_while_it_could_not_be_told_is_told_later() throws InterruptedException {
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    mail.always(AWAY);
    tell(nextNight().finding("lost", "high", "fixed", "sales", 0));
    mail.always(new Delivery.Delivered());
    List<Message> later = toOwner(tell(nextNight()));
    assertThat(later)
        .singleElement()
        .satisfies(m -> assertThat(m.text()).contains("1 fixed", "- sales: Title of lost"));
    assertThat(tell(nextNight())).isEmpty();
  }

  @Test
  void a_refused_message_is_reported_to_the_admin_once() throws InterruptedException {
    mail.next(new Delivery.Refused("no such mailbox"));
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    List<Message> next = tell(nextNight().finding("lost", "high", "open", "sales", 0));
    assertThat(addresses(next)).containsExactly("ops@example.com");
    assertThat(next.get(0).text()).contains("- Li.Wei@example.com (run-22): no such mailbox");
    assertThat(tell(nextNight().finding("lost", "high", "open", "sales", 0))).isEmpty();
  }

  @Test
  void a_message_that_may_have_arrived_is_reported_as_well() throws InterruptedException {
    chat.next(new Delivery.Unsure("the connection broke"));
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    List<Message> next = tell(nextNight().finding("lost", "high", "open", "sales", 0));
    assertThat(addresses(next)).containsExactly("ops@example.com");
    assertThat(next.get(0).text())
        .contains("- chat (run-22), it may have arrived: the connection broke");
    assertThat(tell(nextNight().finding("lost", "high", "open", "sales", 0))).isEmpty();
  }

  @Test
  void of_many_refused_messages_the_first_are_named() throws InterruptedException {
    ReportFiles run = new ReportFiles("many", "2026-11-22T02:30:00+08:00");
    for (int i = 0; i < 12; i++) {
      run.owner("Owner " + i, "o" + i + "@example.com").finding("lost", "low", "new", "t" + i, i);
      mail.next(new Delivery.Refused("no such mailbox"));
    }
    tell(run);
    String text = tell(nextNight()).get(0).text();
    assertThat(text.lines().filter(line -> line.contains("no such mailbox"))).hasSize(10);
    assertThat(text).contains("And 2 more.");
  }

  @Test
  void when_many_tokens_flip_owners_are_told_the_night_after() throws InterruptedException {
    tell(nextNight().finding("ends", "low", "new", "sales", 0));
    chat.take();
    ReportFiles flipped = nextNight().finding("ends", "low", "fixed", "sales", 0).flips(6, 20);
    IntStream.range(0, 6).forEach(i -> flipped.finding("lost", "high", "new", "token" + i, 0));
    List<Message> held = tell(flipped);
    assertThat(addresses(held)).containsExactly("ops@example.com");
    assertThat(held.get(0).subject())
        .isEqualTo("Coze tokens: 6 of 20 refused at once, owners not told");
    assertThat(chat.take()).hasSize(1);
    assertThat(tell(sameNight("again").finding("lost", "high", "open", "token0", 0).flips(6, 20)))
        .isEmpty();

    List<Message> after =
        toOwner(
            tell(
                nextNight()
                    .finding("lost", "high", "open", "token0", 0)
                    .finding("lost", "high", "fixed", "token1", 0)));
    assertThat(after)
        .singleElement()
        .satisfies(m -> assertThat(m.text()).contains("1 new, 1 fixed").contains("token0"));
  }

  @Test
  void a_few_flips_hold_nothing_back() throws InterruptedException {
    assertThat(toOwner(tell(nextNight().finding("lost", "high", "new", "sales", 0).flips(4, 4))))
        .hasSize(1);
    assertThat(toOwner(tell(nextNight().finding("ends", "high", "new", "sales", 0).flips(5, 17))))
        .hasSize(1);
  }

  @Test
  void a_preview_shows_the_same_and_changes_nothing() throws InterruptedException {
    ReportFiles run = nextNight().finding("lost", "high", "new", "sales", 0);
    Herald.Outcome shown = herald().preview(run.in(folder), "team");
    assertThat(outbox.left()).isEmpty();
    assertThat(outbox.standing("team").last()).isEmpty();
    assertThat(plan(run).messages()).isEqualTo(shown.messages());
  }

  @Test
  void messages_speak_the_language_of_the_run() throws InterruptedException {
    List<Message> messages =
        tell(nextNight().lang("zh").finding("lost", "critical", "new", "sales", 0));
    assertThat(messages.get(0).subject()).isEqualTo("Coze 令牌：1 件事待处理，其中 1 件为严重");
    assertThat(messages.get(0).text()).contains("Li Wei，您好：", "新增 1 件", "对象：sales");
  }

  @Test
  void another_owner_is_told_anew() throws InterruptedException {
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    ReportFiles moved =
        new ReportFiles("moved", "2026-11-23T02:30:00+08:00")
            .owner("Zhao Min", "zhao.min@example.com")
            .finding("lost", "high", "open", "sales", 0);
    assertThat(addresses(toOwner(tell(moved)))).containsExactly("zhao.min@example.com");
  }

  @Test
  void what_is_told_of_one_inventory_is_not_known_of_another() throws InterruptedException {
    tell(nextNight().finding("lost", "high", "new", "sales", 0));
    herald().plan(sameNight("other").finding("lost", "high", "new", "sales", 0).in(folder), "b");
    assertThat(toOwner(send())).hasSize(1);
  }
}
