package dev.patrol.notify;

import static dev.patrol.notify.ScriptedSmtp.END;
import static dev.patrol.notify.ScriptedSmtp.GREETING;
import static dev.patrol.notify.ScriptedSmtp.HANG_UP;
import static dev.patrol.notify.ScriptedSmtp.HELD;
import static dev.patrol.notify.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.Delivery.Unsure;
import dev.patrol.notify.SmtpServer.Encryption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail when the server answers so or so, or not at all. */
@Timeout(60)
class SmtpAnswersTest {
  private static final Message MESSAGE =
      new Message("id-1", new Recipient("Ann", "ann@example.com"), "Hello", "Text", List.of());

  @Test
  void a_friendly_server_takes_the_message() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of())) {
      assertThat(send(server)).isEqualTo(new Delivered());
      assertThat(server.heard())
          .contains("MAIL FROM:<patrol@example.com>", "RCPT TO:<ann@example.com>", ".");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 busy, the sender",
    "MAIL, 550 5.7.1 no such sender, the sender",
    "MAIL, 553 sender address rejected, the sender",
    "RCPT, 421 too many connections, the receiver",
    "DATA, 452 disk full, the message",
    "DATA, 554 5.7.1 relay access denied, the message",
    "., 451 scanner is down, the message",
    "., 550 5.7.26 sender is not authenticated, the message",
  })
  void a_passing_refusal_is_for_later(String command, String answer, String what) throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(command, answer))) {
      assertThat(send(server))
          .isEqualTo(new Later(place(server) + " refuses " + what + ": " + answer, null));
    }
  }

  @ParameterizedTest
  @CsvSource({"450 4.2.0 greylisted", "550 5.7.1 relaying denied", "554 5.7.64 tenant unknown"})
  void a_receiver_who_may_be_taken_later_says_nothing_about_others(String answer) throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of("RCPT", answer))) {
      assertThat(send(server))
          .isEqualTo(new Later(place(server) + " refuses the receiver: " + answer, null, true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, the receiver",
    "RCPT, 552 mailbox full, the receiver",
    "DATA, 554 no, the message",
    "., 554 5.6.0 bad content, the message",
  })
  void a_lasting_refusal_is_final(String command, String answer, String what) throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(command, answer))) {
      assertThat(send(server))
          .isEqualTo(new Refused(place(server) + " refuses " + what + ": " + answer));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 554 no service here",
    "'', 421 come back",
    "HELO, 550 who are you",
    "MAIL, 530 5.7.0 log in first",
  })
  void a_refusal_that_is_not_about_the_message_is_for_later(String command, String answer)
      throws Exception {
    // Without EHLO the library says HELO.
    try (ScriptedSmtp server =
        ScriptedSmtp.answering(Map.of(command, answer, "EHLO", "502 unknown"))) {
      assertThat(send(server))
          .isEqualTo(new Later(place(server) + " refuses the connection: " + answer, null));
    }
  }

  @Test
  void a_refused_login_is_for_later_and_its_answer_is_not_shown() throws Exception {
    Map<String, String> answers =
        Map.of(
            "EHLO",
            "250-hello\r\n250 AUTH PLAIN",
            "AUTH",
            "535 wrong: cGF0cm9sAHBhdHJvbABURVNUT05MWQ==");
    try (ScriptedSmtp server = ScriptedSmtp.answering(answers)) {
      SmtpServer login =
          new SmtpServer(
              "127.0.0.1", server.port(), Encryption.NONE, "patrol", new Secret("TESTONLY"));
      assertThat(mail(login, SmtpLimits.DEFAULT).deliver(MESSAGE))
          .isEqualTo(new Later(place(server) + " refuses the login: 535", null));
      assertThat(server.heard()).contains("AUTH PLAIN cGF0cm9sAHBhdHJvbABURVNUT05MWQ==");
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "EHLO", "MAIL", "RCPT", "DATA"})
  void a_line_that_breaks_before_the_message_is_sent_is_for_later(String command) throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(command, HANG_UP, "HELO", HANG_UP))) {
      assertThat(send(server))
          .isInstanceOfSatisfying(
              Later.class, later -> assertThat(later.reason()).startsWith(place(server)));
      assertThat(server.heard()).doesNotContain(END);
    }
  }

  @Test
  void a_line_that_breaks_after_the_message_was_sent_leaves_it_open() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(END, HANG_UP))) {
      assertThat(send(server))
          .isEqualTo(
              new Unsure(place(server) + " did not confirm the message: the connection broke"));
      assertThat(server.heard()).contains(END);
    }
  }

  @Test
  void nonsense_after_the_message_was_sent_leaves_it_open() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(END, "moin"))) {
      assertThat(send(server)).isInstanceOf(Unsure.class);
    }
  }

  @Test
  void a_server_that_refuses_and_hangs_up_has_refused() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(END, "421 no", "RSET", HANG_UP))) {
      assertThat(send(server))
          .isEqualTo(new Later(place(server) + " refuses the message: 421 no", null));
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "EHLO", "RCPT", "DATA"})
  void a_server_that_falls_silent_is_for_later(String command) throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(command, SILENCE))) {
      assertThat(mail(plain(server), reading(Duration.ofMillis(300))).deliver(MESSAGE))
          .isEqualTo(new Later(place(server) + ": no answer in time", null));
    }
  }

  @Test
  void a_server_that_falls_silent_after_the_message_was_sent_leaves_it_open() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(END, SILENCE))) {
      assertThat(mail(plain(server), reading(Duration.ofSeconds(1))).deliver(MESSAGE))
          .isEqualTo(new Unsure(place(server) + " did not confirm the message: no answer in time"));
    }
  }

  @Test
  void the_whole_is_bounded_and_cannot_succeed_afterwards() throws Exception {
    SmtpLimits patient =
        new SmtpLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1));
    try (ScriptedSmtp early = ScriptedSmtp.answering(Map.of("DATA", HELD + "354 go on"));
        ScriptedSmtp late = ScriptedSmtp.answering(Map.of(END, SILENCE))) {
      assertThat(mail(plain(early), patient).deliver(MESSAGE)).isInstanceOf(Later.class);
      early.goOn();
      assertThat(early.heard()).contains("DATA").doesNotContain(END);
      assertThat(mail(plain(late), patient).deliver(MESSAGE)).isInstanceOf(Unsure.class);
    }
  }

  @Test
  void an_interruption_ends_it_before_the_message_is_sent() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of("RCPT", SILENCE))) {
      Thread here = Thread.currentThread();
      interruptAtSilence(server, here);
      assertThatThrownBy(() -> mail(plain(server), SmtpLimits.DEFAULT).deliver(MESSAGE))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void an_interruption_after_the_message_was_sent_leaves_it_open() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(END, SILENCE))) {
      interruptAtSilence(server, Thread.currentThread());
      assertThat(mail(plain(server), SmtpLimits.DEFAULT).deliver(MESSAGE))
          .isInstanceOf(Unsure.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void nobody_at_the_port_is_for_later() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    SmtpServer nobody = new SmtpServer("127.0.0.1", port, Encryption.NONE, null, null);
    assertThat(mail(nobody, SmtpLimits.DEFAULT).deliver(MESSAGE))
        .isEqualTo(new Later("127.0.0.1:" + port + ": the connection was refused", null));
    SmtpServer nowhere = new SmtpServer("nowhere.invalid", 25, Encryption.NONE, null, null);
    assertThat(mail(nowhere, SmtpLimits.DEFAULT).deliver(MESSAGE))
        .isEqualTo(new Later("nowhere.invalid:25: no such host", null));
  }

  @Test
  void nothing_is_sent_when_the_server_does_not_offer_the_encryption() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of())) {
      SmtpServer strict =
          new SmtpServer("127.0.0.1", server.port(), Encryption.STARTTLS, null, null);
      assertThat(mail(strict, SmtpLimits.DEFAULT).deliver(MESSAGE))
          .isEqualTo(new Later(place(server) + ": it offers no STARTTLS", null));
      SmtpServer lenient =
          new SmtpServer("127.0.0.1", server.port(), Encryption.STARTTLS_OPTIONAL, null, null);
      assertThat(mail(lenient, SmtpLimits.DEFAULT).deliver(MESSAGE)).isEqualTo(new Delivered());
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS", "STARTTLS_OPTIONAL"})
  void the_connection_is_encrypted_for_a_server_with_a_good_certificate(Encryption encryption)
      throws Exception {
    HeldCertificate good = certificate("localhost");
    try (ScriptedSmtp server = encrypted(good)) {
      SmtpServer smtp = new SmtpServer("localhost", server.port(), encryption, null, null);
      assertThat(mail(smtp, good).deliver(MESSAGE)).isEqualTo(new Delivered());
      assertThat(server.heard()).contains("STARTTLS", END);
    }
  }

  @Test
  void a_certificate_of_another_name_or_of_nobody_known_ends_it() throws Exception {
    HeldCertificate other = certificate("other.example");
    HeldCertificate good = certificate("localhost");
    try (ScriptedSmtp wrong = encrypted(other);
        ScriptedSmtp unknown = encrypted(good)) {
      assertThat(mail(starttls(wrong), other).deliver(MESSAGE))
          .isInstanceOfSatisfying(
              Later.class, later -> assertThat(later.reason()).contains("the encryption failed: "));
      assertThat(mail(starttls(unknown), other).deliver(MESSAGE))
          .isInstanceOfSatisfying(
              Later.class, later -> assertThat(later.reason()).contains("the encryption failed: "));
      // With the certificates of the JDK.
      assertThat(mail(starttls(unknown), SmtpLimits.DEFAULT).deliver(MESSAGE))
          .isInstanceOfSatisfying(
              Later.class, later -> assertThat(later.reason()).contains("the encryption failed: "));
      assertThat(wrong.heard()).doesNotContain(END);
      assertThat(unknown.heard()).doesNotContain(END);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@example.com",
        "ann@",
        "ann@example.com\r\nRCPT TO:<x@y.z>",
        "ann\r\n@example.com",
        "a@b.c, d@e.f",
        "Ann <ann@example.com>",
        "ann@exam ple.com",
        "ann..b@example.com",
        "änn@example.com",
        "ann@-example.com"
      })
  void an_address_that_is_none_is_refused_without_a_connection(String address) throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of())) {
      Message message =
          new Message("id-1", new Recipient("Ann", address), "Hello", "Text", List.of());
      assertThat(mail(plain(server), SmtpLimits.DEFAULT).deliver(message))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.reason())
                      .startsWith("not a mail address such as ann@example.com: ")
                      .doesNotContain("\n", "\r"));
      assertThat(server.heard()).isEmpty();
    }
  }

  @Test
  void a_domain_in_other_letters_is_written_as_the_network_knows_it() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of())) {
      Message message =
          new Message("id-1", new Recipient("", "ann@例子.cn"), "Hello", "Text", List.of());
      assertThat(mail(plain(server), SmtpLimits.DEFAULT).deliver(message))
          .isEqualTo(new Delivered());
      assertThat(server.heard()).contains("RCPT TO:<ann@xn--fsqu00a.cn>");
    }
  }

  @Test
  void a_sender_that_mail_cannot_come_from_is_said_at_once() {
    SmtpServer any = new SmtpServer("h", 25, Encryption.NONE, null, null);
    assertThatThrownBy(() -> new SmtpMail(any, new Sender("", "nobody", null), Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a mail address such as ann@example.com: \"nobody\"");
  }

  private static Delivery send(ScriptedSmtp server) throws InterruptedException {
    return mail(plain(server), SmtpLimits.DEFAULT).deliver(MESSAGE);
  }

  private static SmtpServer plain(ScriptedSmtp server) {
    return new SmtpServer("127.0.0.1", server.port(), Encryption.NONE, null, null);
  }

  private static SmtpServer starttls(ScriptedSmtp server) {
    return new SmtpServer("localhost", server.port(), Encryption.STARTTLS, null, null);
  }

  private static String place(ScriptedSmtp server) {
    return "127.0.0.1:" + server.port();
  }

  /** Waits so long for each answer. */
  private static SmtpLimits reading(Duration longest) {
    return new SmtpLimits(
        Duration.ofSeconds(5), longest, Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  private static SmtpMail mail(SmtpServer server, SmtpLimits limits) {
    return new SmtpMail(
        server, new Sender("Patrol", "patrol@example.com", null), Clock.systemUTC(), limits, null);
  }

  private static SmtpMail mail(SmtpServer server, HeldCertificate trusted) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(trusted.certificate()).build();
    return new SmtpMail(
        server,
        new Sender("Patrol", "patrol@example.com", null),
        Clock.systemUTC(),
        SmtpLimits.DEFAULT,
        trust.sslSocketFactory());
  }

  private static HeldCertificate certificate(String name) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
  }

  private static ScriptedSmtp encrypted(HeldCertificate certificate) throws IOException {
    HandshakeCertificates own =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    return new ScriptedSmtp(
        Map.of(GREETING, "220 ready", "EHLO", "250-hello\r\n250 STARTTLS"),
        Objects.requireNonNull(own.sslSocketFactory()));
  }

  private static void interruptAtSilence(ScriptedSmtp server, Thread thread) {
    Thread watch =
        new Thread(
            () -> {
              try {
                server.awaitSilence();
                thread.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    watch.setDaemon(true);
    watch.start();
  }
}
