package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.SmtpServer.Encryption;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as it arrives at a real server. */
class SmtpMailTest {
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().rsa2048().addSubjectAlternativeName("localhost").build();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T18:30:05Z"), ZoneId.of("Asia/Shanghai"));
  private static final Recipient ANN = new Recipient("陈洁", "ann@example.com");

  private final GreenMail greenMail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });
  private final Path folder;

  SmtpMailTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void give_the_server_a_certificate(@TempDir Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = "changeit".toCharArray();
    store.setKeyEntry(
        "server",
        CERTIFICATE.keyPair().getPrivate(),
        password,
        new Certificate[] {CERTIFICATE.certificate()});
    Path file = keys.resolve("keys.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, file.toString());
    // Reads the file now, once for all servers.
    assertThat(DummySSLServerSocketFactory.getDefault()).isNotNull();
  }

  @AfterAll
  static void forget_the_certificate() {
    System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
  }

  @BeforeEach
  void start() {
    greenMail.start();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  @Test
  void a_mail_arrives_with_its_headers() throws Exception {
    Sender from =
        new Sender("Patrol", "patrol@example.com", new Recipient("平台", "platform@example.com"));
    Message message = new Message("run-1.ann", ANN, "令牌将于 3 天后过期", "你好\n第二行 🙂\n.\n", List.of());

    assertThat(mail(plain(), from).deliver(message)).isEqualTo(new Delivered());

    MimeMessage mail = only();
    assertThat(mail.getMessageID()).isEqualTo("<run-1.ann@example.com>");
    assertThat(mail.getHeader("Date")).containsExactly("Mon, 23 Nov 2026 02:30:05 +0800");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSubject()).isEqualTo("令牌将于 3 天后过期");
    assertThat(mail.getFrom())
        .extracting(Object::toString)
        .containsExactly("Patrol <patrol@example.com>");
    assertThat(mail.getReplyTo()[0].toString()).contains("platform@example.com");
    assertThat(mail.getHeader("To", null)).contains("ann@example.com").isPrintable();
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getContent()).isEqualTo("你好\r\n第二行 🙂\r\n.\r\n");
  }

  @Test
  void a_second_try_carries_the_same_id() throws Exception {
    Message message = new Message("same", ANN, "s", "t", List.of());
    try (SmtpMail mail = mail(plain(), sender())) {
      mail.deliver(message);
      mail.deliver(message);
    }
    assertThat(greenMail.getReceivedMessages())
        .extracting(MimeMessage::getMessageID)
        .containsExactly("<same@example.com>", "<same@example.com>");
  }

  @Test
  void nothing_in_a_value_becomes_a_header() throws Exception {
    Recipient hostile = new Recipient("Ann\r\nBcc: x@y.z\u202E <a@b.c>", "ann@example.com");
    String subject = "Hello\r\nBcc: evil@example.com\r\n\r\n<script>" + "x".repeat(10_000);
    Message message =
        new Message("id-1", hostile, subject, "a\r\n.\r\nMAIL FROM:<x@y.z>\n", List.of());

    assertThat(mail(plain(), sender()).deliver(message)).isEqualTo(new Delivered());

    MimeMessage mail = only();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject())
        .startsWith("Hello Bcc: evil@example.com <script>xxx")
        .endsWith("x…")
        .hasSize(250);
    assertThat(mail.getContent().toString()).contains("\r\n.\r\nMAIL FROM:<x@y.z>");
  }

  @Test
  void an_attachment_arrives_byte_by_byte_under_its_name() throws Exception {
    byte[] page = "<!doctype html>\n<p>你好\r\n\n".getBytes(UTF_8);
    Path file = Files.write(folder.resolve("page.html"), page);
    Attachment attachment = new Attachment("../陈洁 \"1\"\r\n.html", "text/html", file);
    Message message = new Message("id-1", ANN, "s", "body", List.of(attachment));

    assertThat(mail(plain(), sender()).deliver(message)).isEqualTo(new Delivered());

    MimeMultipart parts = (MimeMultipart) only().getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("body");
    BodyPart part = parts.getBodyPart(1);
    assertThat(part.getFileName()).isEqualTo("陈洁 \"1\" .html");
    assertThat(part.getDisposition()).isEqualTo("attachment");
    assertThat(part.isMimeType("text/html")).isTrue();
    assertThat(part.getInputStream().readAllBytes()).isEqualTo(page);
    assertThat(GreenMailUtil.getWholeMessage(only()))
        .contains("filename*=UTF-8''%E9%99%88%E6%B4%81%20%221%22%20.html");
  }

  @Test
  void a_mail_goes_out_without_what_cannot_be_attached_and_says_so() throws Exception {
    Path large = folder.resolve("large.csv");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((20L << 20) + 1);
    }
    List<Attachment> attachments =
        List.of(
            new Attachment("page.html", "text/html", folder.resolve("gone")),
            new Attachment("large.csv", "text/csv", large),
            new Attachment("folder.csv", "text/csv", folder),
            new Attachment(
                "good.csv", "text/csv", Files.writeString(folder.resolve("good.csv"), "a")));

    assertThat(mail(plain(), sender()).deliver(new Message("id-1", ANN, "s", "t\n", attachments)))
        .isEqualTo(new Delivered());

    MimeMultipart parts = (MimeMultipart) only().getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("good.csv");
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
        .isEqualTo(
            """
            t

            Not attached: page.html (the report is no longer there).

            Not attached: large.csv (it is larger than 20 MiB).

            Not attached: folder.csv (it cannot be read).
            """);
  }

  @Test
  void a_message_without_a_receiver_or_a_media_type_is_refused() throws Exception {
    Attachment odd = new Attachment("page.html", "html", folder.resolve("gone"));
    try (SmtpMail mail = mail(plain(), sender())) {
      assertThat(mail.deliver(new Message("id-1", ANN, "s", "t", List.of(odd))))
          .isEqualTo(new Refused("the attachment page.html has no usable media type"));
      assertThat(mail.deliver(new Message("id-1", null, "s", "t", List.of())))
          .isEqualTo(new Refused("a mail needs a receiver"));
    }
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_user_logs_in_over_an_encrypted_connection() throws Exception {
    greenMail.setUser("patrol@example.com", "patrol", "TESTONLY-right");
    greenMail.getUserManager().setAuthRequired(true);
    Message message = new Message("id-1", ANN, "s", "t", List.of());
    int port = greenMail.getSmtps().getPort();
    SmtpServer right =
        new SmtpServer("localhost", port, Encryption.TLS, "patrol", new Secret("TESTONLY-right"));
    SmtpServer wrong =
        new SmtpServer("localhost", port, Encryption.TLS, "patrol", new Secret("TESTONLY-wrong"));

    assertThat(mail(right, sender()).deliver(message)).isEqualTo(new Delivered());
    assertThat(mail(wrong, sender()).deliver(message))
        .isEqualTo(new Later("localhost:" + port + " refuses the login: 535", null));
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  private MimeMessage only() {
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
    return greenMail.getReceivedMessages()[0];
  }

  private SmtpServer plain() {
    return new SmtpServer("127.0.0.1", greenMail.getSmtp().getPort(), Encryption.NONE, null, null);
  }

  private static Sender sender() {
    return new Sender("Patrol", "patrol@example.com", null);
  }

  private static SmtpMail mail(SmtpServer server, Sender from) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();
    return new SmtpMail(server, from, CLOCK, SmtpLimits.DEFAULT, trust.sslSocketFactory());
  }
}
