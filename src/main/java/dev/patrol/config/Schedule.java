package dev.patrol.config;

import dev.patrol.model.Severity;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An audit that runs by itself. A folder or language that is null is as it is for all audits.
 *
 * @param cron when it runs, as a cron expression of six fields, seconds first
 * @param zone in which these times are meant; not the one in which days are counted
 * @param inventory the folder of its inventory, or null
 * @param rules the folder of its rule files, or null
 * @param reports the folder that takes its reports, or null
 * @param language of its reports, or null
 * @param failOn the least severity that makes its runs count as failed; null for none
 * @param offline whether it sends nothing at all
 */
public record Schedule(
    String cron,
    ZoneId zone,
    @Nullable Path inventory,
    @Nullable Path rules,
    @Nullable Path reports,
    @Nullable Locale language,
    @Nullable Severity failOn,
    boolean offline) {

  Schedule under(Path folder) {
    return new Schedule(
        cron,
        zone,
        inventory == null ? null : folder.resolve(inventory),
        rules == null ? null : folder.resolve(rules),
        reports == null ? null : folder.resolve(reports),
        language,
        failOn,
        offline);
  }

  /** The settings of all audits, with this one's own on top. */
  Config over(Config all) {
    Config own = all;
    own = inventory == null ? own : own.withInventory(inventory);
    own = rules == null ? own : own.withRules(rules);
    own = reports == null ? own : own.withReports(reports);
    own = language == null ? own : own.withLanguage(language);
    return own.withFailOn(failOn);
  }
}
