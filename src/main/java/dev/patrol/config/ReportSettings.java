package dev.patrol.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how reports are written: {@code report}. */
final class ReportSettings {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s\\p{Cntrl}<>()\\[\\],;:\"\\\\@]+@[^\\s\\p{Cntrl}<>()\\[\\],;:\"\\\\@]+");

  private ReportSettings() {}

  static Report report(Setting setting, Report or) {
    try (Section in = setting.section()) {
      return new Report(
          in.at("csv-bom").as(csvBom(), or.csvBom()),
          alarmDays(in.at("alarm-days"), or.alarmDays()),
          contact(in.at("fallback-contact")).orElse(or.fallbackContact()));
    }
  }

  private static Kind<Report.CsvBom> csvBom() {
    return Kind.oneOf(Kind.inOrder(Stream.of(Report.CsvBom.values()), Report.CsvBom::id));
  }

  /** An empty list is a decision as well: events without alarm. */
  private static List<Integer> alarmDays(Setting setting, List<Integer> or) {
    if (setting.node() == null) {
      return or;
    }
    List<Integer> days = new ArrayList<>(setting.listOf(Kind.integer(0, 365)));
    days.sort(Comparator.reverseOrder());
    return days.stream().distinct().toList();
  }

  private static Optional<Report.Contact> contact(Setting setting) {
    try (Section in = setting.section()) {
      Setting nameSetting = in.at("name");
      Setting emailSetting = in.at("email");
      if (setting.node() != null && nameSetting.node() == null && emailSetting.node() == null) {
        setting.wrong("expected a name, an email or both");
      }
      String name = nameSetting.as(name()).orElse(null);
      String email = emailSetting.as(address()).orElse(null);
      return name == null && email == null
          ? Optional.empty()
          : Optional.of(new Report.Contact(name, email));
    }
  }

  private static Kind<String> name() {
    return new Kind<>(
        "expected a name of up to 200 characters",
        text -> {
          String name = text.strip();
          if (name.isEmpty()
              || name.length() > 200
              || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name);
          }
          return name;
        });
  }

  private static Kind<String> address() {
    return new Kind<>(
        "expected an address such as admin@example.com",
        text -> {
          String address = text.strip();
          if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(address);
          }
          return address;
        });
  }
}
