package dev.patrol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patrol.config.MailAccess.Encryption;
import dev.patrol.model.SecretReference;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSettingsTest {

  @Test
  void a_file_sets_every_setting(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("patrol.yaml"),
            """
            policy: {expiry-days: [30, 7]}
            notify:
              mail:
                host: SMTP.Example.com
                port: 2525
                encryption: tls
                user: patrol
                password: file:secrets/smtp
                from: '"Patrol, nightly" <patrol@example.com>'
                reply-to: platform@example.com
              webhooks:
                ops: {kind: feishu, url: env:OPS_URL, secret: file:secrets/ops}
                desk: {kind: slack, url: file:/etc/desk}
              admin: {email: platform@example.com}
              expiry-days: [1, 30, 1]
              hold-back: {share: 0.5, least: 10}
            """);

    Notices notices = Config.read(file).notices();

    assertThat(notices.mail())
        .isEqualTo(
            new MailAccess(
                "smtp.example.com",
                2525,
                Encryption.TLS,
                "patrol",
                new SecretReference("file", folder.resolve("secrets/smtp").toString()),
                new Contact("Patrol, nightly", "patrol@example.com"),
                new Contact("", "platform@example.com")));
    assertThat(notices.webhooks())
        .containsExactly(
            Map.entry(
                "desk",
                new WebhookAccess(
                    WebhookAccess.Kind.SLACK, new SecretReference("file", "/etc/desk"), null)),
            Map.entry(
                "ops",
                new WebhookAccess(
                    WebhookAccess.Kind.FEISHU,
                    new SecretReference("env", "OPS_URL"),
                    new SecretReference("file", folder.resolve("secrets/ops").toString()))));
    assertThat(notices.admin()).isEqualTo(new Contact("", "platform@example.com"));
    assertThat(notices.expiryDays()).containsExactly(30, 1);
    assertThat(notices.holdBack()).isEqualTo(new Notices.HoldBack(0.5, 10));
    assertThat(notices.anyChannel()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', STARTTLS, 587",
    "starttls-optional, STARTTLS_OPTIONAL, 25",
    "tls, TLS, 465",
    "none, NONE, 25"
  })
  void the_port_is_the_usual_one_of_the_encryption(String word, Encryption encryption, int port) {
    String setting = word.isEmpty() ? "" : ", encryption: " + word;
    MailAccess mail =
        ConfigFile.parse(
                "patrol.yaml",
                "notify: {admin: {email: a@b.c}, mail: {host: h, from: a@b.c" + setting + "}}")
            .notices()
            .mail();
    assertThat(mail)
        .isEqualTo(
            new MailAccess("h", port, encryption, null, null, new Contact("", "a@b.c"), null));
  }

  @Test
  void nothing_is_sent_unless_there_is_a_channel() {
    assertThat(ConfigFile.parse("patrol.yaml", "notify: {admin: {email: a@b.c}}").notices())
        .matches(notices -> !notices.anyChannel());
  }

  @Test
  void a_password_travels_in_cleartext_to_this_machine_only() {
    String login = "encryption: none, from: a@b.c, user: u, password: env:P";
    assertThat(messages("mail: {host: mail.example.com, " + login + "}"))
        .containsExactly(
            "notify.mail.user: a password may travel in cleartext to this machine only: expected"
                + " encryption starttls or tls, or no user, got \"u\"");
    assertThat(
            ConfigFile.parse(
                    "patrol.yaml",
                    "notify: {admin: {email: a@b.c}, mail: {host: localhost, " + login + "}}")
                .notices()
                .mail())
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mail: {from: a@b.c} | notify.mail.host: must be given",
        "mail: {host: h} | notify.mail.from: must be given",
        "mail: {host: 'smtp://h', from: a@b.c} | notify.mail.host: expected a host such as"
            + " smtp.example.com, without scheme and port, got \"smtp://h\"",
        "mail: {host: 'h:25', from: a@b.c} | notify.mail.host: expected a host such as"
            + " smtp.example.com, without scheme and port, got \"h:25\"",
        "mail: {host: h, from: Patrol} | notify.mail.from: expected a mail address such as"
            + " Patrol <patrol@example.com>, got \"Patrol\"",
        "mail: {host: h, from: \"a@b.c\\r\\nBcc: x@y.z\"} | notify.mail.from: expected a mail"
            + " address such as Patrol <patrol@example.com>, got \"[REDACTED]@y.z\"",
        "mail: {host: h, from: a@b.c, encryption: ssl} | notify.mail.encryption: must be one of"
            + " starttls, starttls-optional, tls, none, got \"ssl\"",
        "mail: {host: h, from: a@b.c, port: 0} | notify.mail.port: must be between 1 and 65535,"
            + " got 0",
        "mail: {host: h, from: a@b.c, user: u} | notify.mail.password: must be given",
        "mail: {host: h, from: a@b.c, password: env:P} | notify.mail.user: must be given",
        "mail: {host: h, from: a@b.c, user: u, password: hidden1} | notify.mail.password: expected"
            + " env:NAME or file:PATH, never the password itself, got [REDACTED]",
        "webhooks: {ops: {url: env:U}} | notify.webhooks.ops.kind: must be given",
        "webhooks: {ops: {kind: slack}} | notify.webhooks.ops.url: must be given",
        "webhooks: {ops: {kind: irc, url: env:U}} | notify.webhooks.ops.kind: must be one of"
            + " feishu, lark, dingtalk, wecom, slack, generic, got \"irc\"",
        "webhooks: {ops: {kind: slack, url: 'https://hidden1'}} | notify.webhooks.ops.url: expected"
            + " env:NAME or file:PATH, never the URL itself, got [REDACTED]",
        "webhooks: {ops: {kind: lark, url: env:U, secret: hidden1}} | notify.webhooks.ops.secret:"
            + " expected env:NAME or file:PATH, never the key itself, got [REDACTED]",
        "webhooks: {ops: {kind: wecom, url: env:U, secret: env:K}} | notify.webhooks.ops.secret:"
            + " messages to wecom are not signed, leave it out, got [REDACTED]",
        "webhooks: {mail: {kind: slack, url: env:U}} | notify.webhooks: expected a name of at most"
            + " 64 lower-case letters, digits and -, not mail, got \"mail\"",
        "webhooks: {Ops: {kind: slack, url: env:U}} | notify.webhooks: expected a name of at most"
            + " 64 lower-case letters, digits and -, not mail, got \"Ops\"",
        "admin: {name: Ann} | notify.admin.email: must be given",
        "admin: {email: Ann} | notify.admin.email: expected a mail address such as"
            + " ann@example.com, got \"Ann\"",
        "expiry-days: [] | notify.expiry-days: expected a list of days such as [14, 7, 3, 1], got"
            + " a list",
        "expiry-days: [14, 15] | notify.expiry-days[1]: must be at most 14, the most of"
            + " policy.expiry-days, got 15",
        "hold-back: {share: 30} | notify.hold-back.share: must be between 0.01 and 1.0, got 30",
        "mails: {} | notify.mails: no such setting (did you mean mail?)",
      })
  void a_wrong_value_is_a_problem(String text, String message) {
    assertThat(messages(text)).containsExactly(message);
  }

  @Test
  void warnings_come_when_findings_do_unless_the_file_says_otherwise() {
    Config config = ConfigFile.parse("patrol.yaml", "policy: {expiry-days: [5, 60]}");
    assertThat(config.notices().expiryDays()).containsExactly(60, 5);
  }

  @Test
  void mail_needs_somebody_who_hears_what_no_owner_does() {
    assertThat(problems("\n  mail: {host: h, from: a@b.c}"))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("patrol.yaml:3")
        .endsWith(": notify.admin: expected {email: ...}, as mail is set and no webhook is");
    String webhook = "webhooks: {ops: {kind: slack, url: env:U}}";
    assertThat(
            ConfigFile.parse(
                    "patrol.yaml", "notify: {mail: {host: h, from: a@b.c}, " + webhook + "}")
                .notices()
                .mail())
        .isNotNull();
  }

  private static List<String> messages(String text) {
    String admin = text.startsWith("mail: ") ? "admin: {email: a@b.c}\n  " : "";
    return problems(admin + text).stream().map(Problem::message).toList();
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(
            ProblemsException.class,
            () -> ConfigFile.parse("patrol.yaml", "notify:\n  " + text + "\n"))
        .problems();
  }
}
