package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.report.view.Chip;
import dev.patrol.report.view.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page calls the model's words, and texts cut to a size that a page can bear. */
final class Words {
  /** The longest name on the page, in characters. */
  static final int NAME = 120;

  /** The longest text on the page, in characters; CSV and JSON have it whole. */
  static final int TEXT = 400;

  private static final int LIST = 60;

  private final Texts texts;
  private final RunCalendar calendar;

  Words(Texts texts, RunCalendar calendar) {
    this.texts = texts;
    this.calendar = calendar;
  }

  Texts texts() {
    return texts;
  }

  Chip verdict(Verdict verdict) {
    return new Chip(texts.get("verdict." + verdict.id()), verdict.id(), verdict.id());
  }

  Chip cause(Cause cause) {
    return new Chip(texts.get("cause." + cause.id()), cause.id(), tone(cause));
  }

  /** The guide's step that a rule decides, such as "1 · Validity". */
  Chip guide(@Nullable Cause guide) {
    if (guide == null) {
      return new Chip(texts.get("cause.hygiene"), RuleInfo.HYGIENE, "plain");
    }
    String step =
        guide.isStep() ? texts.get("step." + guide.id()) : texts.get("cause." + guide.id());
    int number = number(guide);
    return new Chip(number == 0 ? step : number + " · " + step, guide.id(), "plain");
  }

  private static int number(Cause guide) {
    return switch (guide) {
      case KEY_OAUTH, KEY_VALIDITY, KEY_PERMISSION, KEY_WORKSPACE -> 1;
      case URL_HOST, URL_PATH, URL_QUERY -> 2;
      case HEADER -> 3;
      case FIELDS -> 4;
      case ESCALATE -> 5;
      case RESOURCE, QUOTA, RISK_CONTROL, SERVICE, NONE -> 0;
    };
  }

  Chip severity(Severity severity) {
    return new Chip(texts.get("severity." + severity.id()), severity.id(), severity.id());
  }

  Chip state(TokenState state) {
    return new Chip(texts.get("state." + state.id()), state.id(), tone(state));
  }

  static String tone(TokenState state) {
    return switch (state) {
      case VALID -> "pass";
      case EXPIRING, UNKNOWN -> "unknown";
      case EXPIRED, INVALID -> "fail";
    };
  }

  /** Such as "in 3 days" or "5 days ago"; empty for null. */
  String fromToday(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    long days = calendar.daysLeft(instant);
    return texts.fill("days", days, Math.abs(days));
  }

  Chip status(FindingStatus status) {
    return new Chip(texts.get("status." + status.id()), status.id(), status.id());
  }

  /** What a finding is about: token, endpoint and workspace, or else the holder. */
  static String subject(Finding finding) {
    String ids =
        Stream.of(finding.token(), finding.endpoint(), finding.workspace())
            .filter(name -> name != null)
            .map(Words::name)
            .collect(Collectors.joining(" · "));
    return ids.isEmpty() ? name(finding.holder()) : ids;
  }

  static String name(@Nullable String name) {
    return SafeText.cut(SafeText.name(name), NAME);
  }

  static String text(@Nullable String text) {
    return SafeText.cut(SafeText.of(text), TEXT);
  }

  static List<String> list(Collection<String> items) {
    List<String> shown = new ArrayList<>();
    for (String item : items) {
      if (shown.size() == LIST) {
        shown.add("…");
        break;
      }
      shown.add(name(item));
    }
    return shown;
  }

  private static String tone(Cause cause) {
    return switch (cause) {
      case NONE -> "pass";
      case RESOURCE, QUOTA, RISK_CONTROL, SERVICE -> "other";
      default -> "fail";
    };
  }
}
