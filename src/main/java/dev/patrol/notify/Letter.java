package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message as a mail. */
final class Letter extends MimeMessage {
  /** More than mail servers usually take; base64 adds a third to it. */
  private static final long LARGEST_ATTACHMENT = 20L << 20;

  private static final int LONGEST_SUBJECT = 250;
  private static final int LONGEST_FILE_NAME = 120;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT);

  private final String id;

  private Letter(Session session, String id) {
    super(session);
    this.id = id;
  }

  /**
   * Writes a mail.
   *
   * @param clock says its date
   * @throws UnsendableException when an address or a media type is not usable
   */
  static Letter of(Session session, Message message, Sender from, Recipient to, Clock clock)
      throws UnsendableException, MessagingException {
    InternetAddress sender = MailAddress.of(from.name(), from.address());
    String domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@'));
    Letter letter = new Letter(session, "<" + message.id() + domain + ">");
    letter.setFrom(sender);
    letter.setRecipient(RecipientType.TO, MailAddress.of(to.name(), to.address()));
    if (from.replies() != null) {
      InternetAddress replies = MailAddress.of(from.replies().name(), from.replies().address());
      letter.setReplyTo(new InternetAddress[] {replies});
    }
    letter.setSubject(PlainText.line(message.subject(), LONGEST_SUBJECT), UTF_8.name());
    letter.setHeader("Date", DATE.format(ZonedDateTime.now(clock)));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.fill(message);
    letter.saveChanges();
    return letter;
  }

  /** Would make up another one for each try. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private void fill(Message message) throws UnsendableException, MessagingException {
    List<MimeBodyPart> files = new ArrayList<>();
    StringBuilder missing = new StringBuilder();
    for (Attachment attachment : message.attachments()) {
      ContentType type = type(attachment);
      try {
        files.add(part(attachment, type, content(attachment)));
      } catch (IOException e) {
        // What the text says is worth more than that the mail is whole.
        missing.append('\n').append("Not attached: ").append(fileName(attachment));
        missing.append(" (").append(e.getMessage()).append(").\n");
      }
    }
    String text = PlainText.lines(message.text() + missing).replace("\n", "\r\n");
    if (files.isEmpty()) {
      setText(text, UTF_8.name());
      return;
    }
    MimeBodyPart body = new MimeBodyPart();
    body.setText(text, UTF_8.name());
    MimeMultipart parts = new MimeMultipart("mixed", body);
    for (MimeBodyPart file : files) {
      parts.addBodyPart(file);
    }
    setContent(parts);
  }

  private static MimeBodyPart part(Attachment attachment, ContentType type, byte[] content)
      throws MessagingException {
    String name = fileName(attachment);
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type.getBaseType())));
    // The library would take the charset of names from the platform.
    ParameterList names = new ParameterList();
    names.set("name", name, UTF_8.name());
    part.setHeader(
        "Content-Type",
        new ContentType(type.getPrimaryType(), type.getSubType(), names).toString());
    ParameterList fileNames = new ParameterList();
    fileNames.set("filename", name, UTF_8.name());
    part.setHeader(
        "Content-Disposition",
        new ContentDisposition(MimeBodyPart.ATTACHMENT, fileNames).toString());
    // Anything else changes line ends on the way.
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static ContentType type(Attachment attachment) throws UnsendableException {
    try {
      return new ContentType(attachment.mediaType());
    } catch (ParseException e) {
      throw new UnsendableException(
          "the attachment " + fileName(attachment) + " has no usable media type");
    }
  }

  /** The last part of a path alone. */
  private static String fileName(Attachment attachment) {
    String name = attachment.fileName().replaceAll(".*[/\\\\]", "");
    return PlainText.line(name, LONGEST_FILE_NAME);
  }

  /**
   * The file's bytes.
   *
   * @throws IOException that says in a few words why there are none
   */
  private static byte[] content(Attachment attachment) throws IOException {
    try {
      if (Files.size(attachment.file()) <= LARGEST_ATTACHMENT) {
        return Files.readAllBytes(attachment.file());
      }
    } catch (NoSuchFileException e) {
      throw new IOException("the report is no longer there", e);
    } catch (IOException e) {
      throw new IOException("it cannot be read", e);
    }
    throw new IOException("it is larger than 20 MiB");
  }
}
