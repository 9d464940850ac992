package dev.patrol.config;

import dev.patrol.config.MailAccess.Encryption;
import dev.patrol.model.SecretReference;
import dev.patrol.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads who is told, and how: {@code notify}. */
final class NoticeSettings {
  /** What the channel for mail is called, so no webhook is. */
  private static final String MAIL = "mail";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String ADDRESS =
      "[^\\s<>()\\[\\]\\\\,;:\"@]+@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*";
  private static final Pattern EMAIL = Pattern.compile(ADDRESS);
  private static final Pattern NAMED =
      Pattern.compile("\"?([^<>\"\\p{Cntrl}]*?)\"?\\s*<(" + ADDRESS + ")>");

  private NoticeSettings() {}

  /**
   * Who is told.
   *
   * @param judged days before a token's end at which a finding says so; there is nothing to tell
   *     before the first of them
   */
  static Notices notices(Setting setting, Notices or, List<Integer> judged) {
    try (Section in = setting.section()) {
      Setting mail = in.at("mail");
      Setting webhooks = in.at("webhooks");
      Setting admin = in.at("admin");
      if (mail.node() != null && admin.node() == null && isEmpty(webhooks)) {
        // Else nobody hears of what has no owner, and of mails that are refused.
        mail.elsewhere("notify.admin: expected {email: ...}, as mail is set and no webhook is");
      }
      return new Notices(
          mail(mail).orElse(or.mail()),
          webhooks(webhooks),
          admin(admin).orElse(or.admin()),
          days(in.at("expiry-days"), judged),
          holdBack(in.at("hold-back"), or.holdBack()));
    }
  }

  private static boolean isEmpty(Setting webhooks) {
    return !(webhooks.node() instanceof Mapping mapping) || mapping.entries().isEmpty();
  }

  private static Optional<MailAccess> mail(Setting setting) {
    try (Section in = setting.section()) {
      Optional<String> server = in.needed("host").as(Origin.hostAlone());
      Optional<Contact> sender = in.needed("from").as(contact());
      Encryption encryption = in.at("encryption").as(encryption(), Encryption.STARTTLS);
      Setting user = in.at("user");
      Setting password = in.at("password");
      Optional<String> login = user.as(Kind.text());
      Optional<SecretReference> reference = password.secret().as(Reference.to("password"));
      MailAccess access =
          new MailAccess(
              server.orElse(""),
              in.at("port").as(Kind.integer(1, 65_535), encryption.port()),
              encryption,
              login.orElse(null),
              reference.orElse(null),
              sender.orElse(new Contact("", "")),
              in.at("reply-to").as(contact()).orElse(null));
      login(setting, access, user, password);
      return server.isPresent() && sender.isPresent() ? Optional.of(access) : Optional.empty();
    }
  }

  private static void login(Setting setting, MailAccess access, Setting user, Setting password) {
    if (user.node() != null && password.node() == null) {
      setting.missing("password");
    } else if (user.node() == null && password.node() != null) {
      setting.missing("user");
    } else if (user.node() != null
        && !access.encryption().isCertain()
        && !Origin.isLoopback(access.host())) {
      user.wrong(
          "a password may travel in cleartext to this machine only: expected encryption starttls"
              + " or tls, or no user");
    }
  }

  private static SortedMap<String, WebhookAccess> webhooks(Setting setting) {
    SortedMap<String, WebhookAccess> webhooks = new TreeMap<>();
    try (Section in = setting.section()) {
      in.all()
          .forEach(
              (name, value) -> {
                if (name.equals(MAIL) || !NAME.matcher(name).matches()) {
                  in.wrongName(
                      name,
                      "expected a name of at most 64 lower-case letters, digits and -, not mail,"
                          + " got "
                          + Reading.quoted(name));
                }
                webhook(value).ifPresent(webhook -> webhooks.put(name, webhook));
              });
    }
    return webhooks;
  }

  private static Optional<WebhookAccess> webhook(Setting setting) {
    try (Section in = setting.section()) {
      Setting secret = in.at("secret").secret();
      Optional<WebhookAccess.Kind> whose = in.needed("kind").as(kind());
      Optional<SecretReference> place = in.needed("url").secret().as(Reference.to("URL"));
      Optional<SecretReference> key = secret.as(Reference.to("key"));
      if (secret.node() != null && whose.filter(any -> !any.signs()).isPresent()) {
        secret.wrong("messages to " + whose.get().word() + " are not signed, leave it out");
      }
      return whose.flatMap(any -> place.map(at -> new WebhookAccess(any, at, key.orElse(null))));
    }
  }

  private static Optional<Contact> admin(Setting setting) {
    try (Section in = setting.section()) {
      String name = in.at("name").as(Kind.text(), "");
      return in.needed("email").as(email()).map(address -> new Contact(name, address));
    }
  }

  private static List<Integer> days(Setting setting, List<Integer> judged) {
    int most = judged.stream().mapToInt(days -> days).max().orElse(1);
    List<Integer> days = new ArrayList<>();
    for (Setting item : setting.someItems("expected a list of days such as [14, 7, 3, 1]")) {
      int day = item.as(Kind.integer(1, 3650), 1);
      if (day > most) {
        item.wrong("must be at most " + most + ", the most of policy.expiry-days");
      }
      days.add(day);
    }
    return days.isEmpty() ? judged : days;
  }

  private static Notices.HoldBack holdBack(Setting setting, Notices.HoldBack or) {
    try (Section in = setting.section()) {
      return new Notices.HoldBack(
          in.at("share").as(Kind.decimal(0.01, 1), or.share()),
          in.at("least").as(Kind.integer(1, 1_000_000), or.least()));
    }
  }

  private static Kind<Encryption> encryption() {
    return Kind.oneOf(Kind.inOrder(Stream.of(Encryption.values()), Encryption::word));
  }

  private static Kind<WebhookAccess.Kind> kind() {
    return Kind.oneOf(
        Kind.inOrder(Stream.of(WebhookAccess.Kind.values()), WebhookAccess.Kind::word));
  }

  private static Kind<String> email() {
    return new Kind<>(
        "expected a mail address such as ann@example.com",
        text -> {
          if (!EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }

  private static Kind<Contact> contact() {
    String expected = "expected a mail address such as Patrol <patrol@example.com>";
    return new Kind<>(
        expected,
        text -> {
          if (EMAIL.matcher(text).matches()) {
            return new Contact("", text);
          }
          Matcher named = NAMED.matcher(text);
          if (!named.matches()) {
            throw new UnexpectedValue(expected);
          }
          return new Contact(named.group(1).strip(), named.group(2));
        });
  }
}
