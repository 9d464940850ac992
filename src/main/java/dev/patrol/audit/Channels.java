package dev.patrol.audit;

import dev.patrol.config.Config;
import dev.patrol.config.Contact;
import dev.patrol.config.MailAccess;
import dev.patrol.config.WebhookAccess;
import dev.patrol.model.Secret;
import dev.patrol.model.SecretReference;
import dev.patrol.notify.Channel;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.Sender;
import dev.patrol.notify.SmtpMail;
import dev.patrol.notify.SmtpServer;
import dev.patrol.notify.SmtpServer.Encryption;
import dev.patrol.notify.Webhook;
import dev.patrol.notify.WebhookKind;
import dev.patrol.problem.Problem;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import dev.patrol.secrets.SecretStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The channels that the settings name, as far as they can be used.
 *
 * @param mail takes the mails of all owners; null when there is none
 * @param webhooks take summaries, in the order of their names
 * @param problems why others cannot be used: secrets that cannot be had, values that are not usable
 */
public record Channels(@Nullable Channel mail, List<Channel> webhooks, List<Problem> problems)
    implements AutoCloseable {

  public Channels {
    webhooks = List.copyOf(webhooks);
    problems = problems.stream().sorted().toList();
  }

  /**
   * Opens them. Nothing is sent yet. One that cannot be used leaves the others.
   *
   * @param environment where {@code env:} secrets are looked up
   * @param clock says the time that messages carry
   */
  public static Channels open(Config config, Map<String, String> environment, Clock clock) {
    Opening opening = new Opening(environment, clock);
    MailAccess access = config.notices().mail();
    Optional<Channel> mail =
        access == null ? Optional.empty() : opening.mail("notify.mail", access);
    List<Channel> webhooks = new ArrayList<>();
    config
        .notices()
        .webhooks()
        .forEach((name, webhook) -> opening.webhook(name, webhook).ifPresent(webhooks::add));
    return new Channels(mail.orElse(null), webhooks, opening.problems);
  }

  @Override
  public void close() {
    if (mail != null) {
      mail.close();
    }
    webhooks.forEach(Channel::close);
  }

  /** One opening, and all that is wrong with it. */
  private static final class Opening {
    private final SecretStore secrets;
    private final Clock clock;
    private final List<Problem> problems = new ArrayList<>();

    Opening(Map<String, String> environment, Clock clock) {
      this.secrets = new SecretStore(environment, Path.of(""), Map.of(), SecretStore.TIMEOUT);
      this.clock = clock;
    }

    Optional<Channel> mail(String place, MailAccess access) {
      Optional<Secret> password = secret(place + ".password", access.password());
      SmtpServer server =
          new SmtpServer(
              access.host(),
              access.port(),
              encryption(access.encryption()),
              access.user(),
              password.orElse(null));
      Contact replies = access.replyTo();
      Sender from =
          new Sender(
              access.from().name(),
              access.from().email(),
              replies == null ? null : new Recipient(replies.name(), replies.email()));
      try {
        Channel mail = new SmtpMail(server, from, clock);
        return access.password() != null && password.isEmpty()
            ? Optional.empty()
            : Optional.of(mail);
      } catch (IllegalArgumentException e) {
        problems.add(Problem.in(place, String.valueOf(e.getMessage())));
        return Optional.empty();
      }
    }

    Optional<Channel> webhook(String name, WebhookAccess access) {
      String place = "notify.webhooks." + name;
      Optional<Secret> url = secret(place + ".url", access.url());
      Optional<Secret> key = secret(place + ".secret", access.secret());
      try {
        Optional<Channel> webhook =
            url.map(at -> new Webhook(name, kind(access.kind()), at, key.orElse(null), clock));
        // Without its key nobody would take its messages.
        return access.secret() != null && key.isEmpty() ? Optional.empty() : webhook;
      } catch (IllegalArgumentException e) {
        problems.add(Problem.in(place + ".url", String.valueOf(e.getMessage())));
        return Optional.empty();
      }
    }

    private Optional<Secret> secret(String place, @Nullable SecretReference reference) {
      if (reference == null) {
        return Optional.empty();
      }
      var outcome = secrets.resolve(reference);
      if (outcome instanceof Found found) {
        return Optional.of(found.secret());
      }
      String reason = outcome instanceof Missing missing ? missing.reason() : "it was not found";
      problems.add(Problem.in(place, reason));
      return Optional.empty();
    }

    private static Encryption encryption(MailAccess.Encryption encryption) {
      return switch (encryption) {
        case STARTTLS -> Encryption.STARTTLS;
        case STARTTLS_OPTIONAL -> Encryption.STARTTLS_OPTIONAL;
        case TLS -> Encryption.TLS;
        case NONE -> Encryption.NONE;
      };
    }

    private static WebhookKind kind(WebhookAccess.Kind kind) {
      return switch (kind) {
        case FEISHU, LARK -> WebhookKind.FEISHU;
        case DINGTALK -> WebhookKind.DINGTALK;
        case WECOM -> WebhookKind.WECOM;
        case SLACK -> WebhookKind.SLACK;
        case GENERIC -> WebhookKind.GENERIC;
      };
    }
  }
}
