package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patrol.report.published.ReportFiles;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits the sample inventory over several nights, with real requests, databases and mails. */
class NotifyCommandTest {
  private static final Path SAMPLE = Path.of("inventory");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Path folder;
  private final Sandbox api;
  private StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  NotifyCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve("inventory").resolve(SAMPLE.relativize(file).toString()));
      }
    }
    server.start();
    api = Sandbox.start(World.read(folder.resolve("inventory/sandbox.yaml")), 0);
  }

  @AfterEach
  void close() {
    api.close();
    server.stop();
  }

  private void settings(String notify) throws IOException {
    String text =
        """
        zone: Asia/Shanghai
        probe: {rate-per-account: 1000}
        """
            + notify;
    Files.writeString(folder.resolve("patrol.yaml"), text, UTF_8);
  }

  private void mailSettings() throws IOException {
    mailSettings("");
  }

  private void mailSettings(String more) throws IOException {
    settings(
        """
        notify:
          mail: {host: 127.0.0.1, port: %d, encryption: none, from: patrol@example.com}
          admin: {email: ops@example.com}
        """
                .formatted(server.getSmtp().getPort())
            + more);
  }

  private int patrol(String... args) {
    out = new StringWriter();
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--config");
    all.add(folder.resolve("patrol.yaml").toString());
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  /** Nobody is told of a run at a time that was made up, unless it is said. */
  private int tell(String run, String time) {
    audit(run, time);
    return patrol("notify", run);
  }

  private int audit(String run, String time, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "audit",
                "--run",
                run,
                "--rules",
                Path.of("rules").toAbsolutePath().toString(),
                "--route",
                "api.coze.cn=" + api.uri(),
                "--route",
                "api.coze.com=" + api.uri()));
    if (!time.isEmpty()) {
      args.addAll(List.of("--now", "2026-11-22T" + time + ":00+08:00"));
    }
    args.addAll(List.of(more));
    return patrol(args.toArray(String[]::new));
  }

  private void madeUp(String run) {
    new ReportFiles(run, "2026-11-22T02:30:00+08:00")
        .owner("Li Wei", "li.wei@example.com")
        .finding("lost", "high", "new", "sales", 0)
        .in(folder.resolve("reports"));
  }

  private static String receiver(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString().replaceAll(".*<|>", "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage message) throws MessagingException, IOException {
    Object content = message.getContent();
    return content instanceof MimeMultipart parts
        ? String.valueOf(parts.getBodyPart(0).getContent())
        : String.valueOf(content);
  }

  private List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
  }

  private int mails() {
    return server.getReceivedMessages().length;
  }

  @Test
  void owners_hear_once_of_what_is_new_and_of_what_is_fixed() throws Exception {
    mailSettings();
    audit("first", "02:30");
    assertThat(mails()).isZero();
    assertThat(patrol("notify", "first")).isZero();
    int first = mails();
    assertThat(received().stream().map(NotifyCommandTest::receiver))
        .doesNotHaveDuplicates()
        .contains("li.wei@example.com", "zhang.min@example.com", "ops@example.com");
    assertThat(out.toString())
        .contains("Messages: " + first + " sent, 0 refused, 0 unsure, 0 left");

    tell("second", "03:30");
    assertThat(mails()).isEqualTo(first);
    assertThat(out.toString()).contains("Messages: 0 sent");

    Path tokens = folder.resolve("inventory/tokens.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(tokens, UTF_8));
    assertThat(rows.removeIf(row -> row.startsWith("lost-phone,"))).isTrue();
    Files.write(tokens, rows, UTF_8);
    server.purgeEmailFromAllMailboxes();
    tell("third", "04:30");
    List<MimeMessage> third = received();
    assertThat(third.stream().map(NotifyCommandTest::receiver)).contains("li.wei@example.com");
    MimeMessage toOwner =
        third.stream()
            .filter(each -> receiver(each).startsWith("li.wei"))
            .findFirst()
            .orElseThrow();
    assertThat(text(toOwner)).contains("Fixed").contains("- lost-phone");

    assertThat(patrol("notify")).isZero();
    assertThat(out.toString()).contains("Run third was told before.");
    assertThat(patrol("notify", "second")).isZero();
    assertThat(out.toString()).contains("its news are old");
    assertThat(mails()).isEqualTo(third.size());
  }

  @Test
  void a_trial_shows_what_would_go_out_and_changes_nothing() throws IOException {
    settings("");
    madeUp("first");
    assertThat(patrol("notify", "--dry-run", "first")).isZero();
    String shown = out.toString();
    assertThat(shown)
        .startsWith("No channel is configured")
        .contains("To:         Li Wei <li.wei@example.com>", "Subject:    Coze tokens: ");
    mailSettings();
    assertThat(patrol("notify", "--dry-run", "first")).isZero();
    assertThat(out.toString()).contains("ops@example.com");
    assertThat(mails()).isZero();
    assertThat(patrol("notify", "first")).isZero();
    assertThat(mails()).isPositive();
  }

  @Test
  void without_a_channel_nothing_can_be_told() throws IOException {
    settings("");
    madeUp("first");
    assertThat(patrol("notify", "first")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("notify: expected mail or webhooks in the settings");
  }

  @Test
  void an_audit_that_asks_nothing_tells_nobody_and_a_missing_secret_leaves_the_other_channels()
      throws IOException {
    mailSettings();
    assertThat(audit("first", "", "--offline")).isZero();
    assertThat(mails()).isZero();
    mailSettings("  webhooks: {ops: {kind: generic, url: \"env:NO_SUCH_VARIABLE_IS_SET\"}}\n");
    audit("second", "");
    assertThat(folder.resolve("reports/second/index.html")).exists();
    assertThat(out.toString())
        .containsPattern("Messages +" + mails() + " sent, 0 refused, 0 unsure, 1 left");
    assertThat(mails()).isPositive();
  }
}
