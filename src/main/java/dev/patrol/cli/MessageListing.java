package dev.patrol.cli;

import dev.patrol.notify.Attachment;
import dev.patrol.notify.Message;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.news.Herald;
import dev.patrol.notify.outbox.Listed;
import dev.patrol.notify.outbox.Planned;
import dev.patrol.notify.outbox.State;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints messages that would be sent. */
final class MessageListing {
  private final PrintWriter out;

  MessageListing(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints what would go out.
   *
   * @param own messages of the run that were planned before
   * @param left messages of any run that are not over
   */
  void preview(String run, Herald.Outcome outcome, List<Listed> own, List<Listed> left) {
    switch (outcome.kind()) {
      case PLANNED -> planned(run, outcome);
      case KNOWN -> known(run, own);
      case PAST -> out.println("A later run than " + run + " was told before; its news are old.");
    }
    List<Listed> others =
        left.stream()
            .filter(each -> !each.run().equals(run))
            .filter(each -> stays(each, outcome.kind()))
            .toList();
    if (!others.isEmpty()) {
      out.println();
      out.println("Left from earlier runs, to be sent as well:");
      others.forEach(this::line);
    }
  }

  /** What was not on its way to an owner gives way to tonight's message. */
  private static boolean stays(Listed listed, Herald.Kind kind) {
    return kind != Herald.Kind.PLANNED
        || listed.planned().purpose() == Planned.Purpose.SUMMARY
        || listed.state() != State.PLANNED;
  }

  private void planned(String run, Herald.Outcome outcome) {
    if (outcome.heldBack()) {
      out.println("Too many tokens flipped at once: owners are not told.");
      out.println();
    }
    if (outcome.messages().isEmpty()) {
      out.println("Run " + run + ": there is nothing to tell anybody.");
    }
    String gap = "";
    for (Planned planned : outcome.messages()) {
      out.print(gap);
      message(planned);
      gap = "\n";
    }
  }

  private void known(String run, List<Listed> own) {
    out.println(
        "Messages of run " + run + " were planned before" + (own.isEmpty() ? ": none." : ":"));
    own.forEach(this::line);
  }

  private void message(Planned planned) {
    Message message = planned.message();
    out.println("To:         " + recipient(planned));
    out.println("By:         " + planned.channel());
    out.println("Subject:    " + message.subject());
    if (!message.attachments().isEmpty()) {
      out.println(
          "Attached:   "
              + message.attachments().stream()
                  .map(Attachment::fileName)
                  .collect(Collectors.joining(", ")));
    }
    out.println();
    message.text().lines().forEach(line -> out.println(line.isEmpty() ? "" : "  " + line));
  }

  private void line(Listed listed) {
    String reason = listed.reason().isEmpty() ? "" : ": " + listed.reason();
    out.println(
        "  "
            + listed.state().id()
            + reason
            + "  "
            + recipient(listed.planned())
            + "  "
            + listed.planned().message().subject());
  }

  private static String recipient(Planned planned) {
    Recipient to = planned.message().to();
    if (to == null) {
      return planned.channel();
    }
    return to.name().isEmpty() ? to.address() : to.name() + " <" + to.address() + ">";
  }
}
