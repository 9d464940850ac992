package dev.patrol.inventory;

import dev.patrol.model.Place;
import dev.patrol.model.Waiver;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code waivers.csv} as waivers. Whatever is wrong with a row refuses it as a whole: taken
 * as not known, a pattern that cannot be read would make the waiver cover more than was meant.
 */
final class WaiverRows implements CsvFile.Visitor {
  private static final Pattern RULE_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final ZoneId zone;
  private final List<Waiver> waivers = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  WaiverRows(ZoneId zone) {
    this.zone = zone;
  }

  /** The waivers whose rows are good, in the file's order. */
  List<Waiver> waivers() {
    return List.copyOf(waivers);
  }

  @Override
  public void row(Row row, long offset, int length) {
    String rule = row.required("rule");
    if (!rule.isEmpty() && !RULE_ID.matcher(rule).matches()) {
      row.refuse("rule", rule, "expected a rule's id such as token-expiring");
    }
    String token = pattern(row, "token");
    String endpoint = pattern(row, "endpoint");
    String workspace = pattern(row, "workspace");
    if (token == null && endpoint == null && workspace == null) {
      row.refuse("", "", "expected a token, an endpoint or a workspace; * stands for all");
    }
    String reason = row.requiredText("reason");
    String who = row.requiredText("who");
    Instant until = row.requiredDate("until", zone);
    Map<String, String> attributes = row.attributes();
    row.reportNameless();
    if (until != null && !row.refused()) {
      Place place = row.place();
      add(row, new Waiver(rule, token, endpoint, workspace, reason, who, until, attributes, place));
    }
  }

  @Override
  public void damaged(Place place, List<String> soundCells) {
    // Nothing refers to a waiver, so that nobody asks what became of this one.
  }

  private void add(Row row, Waiver waiver) {
    Place earlier = places.putIfAbsent(waiver.key(), waiver.place());
    if (earlier == null) {
      waivers.add(waiver);
    } else {
      row.refuse("", "", "expected each waiver once, the same stands at " + earlier);
    }
  }

  private static @Nullable String pattern(Row row, String column) {
    return Characters.trim(row.raw(column)).isEmpty() ? null : row.required(column);
  }
}
