package dev.patrol.cli;

import dev.patrol.schedule.NightScheduler;
import dev.patrol.schedule.Timetable;
import dev.patrol.schedule.TimetableState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the schedules and when they come up. */
@Command(name = "list", description = "Shows the schedules, their next times, and what runs now.")
final class ScheduleListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final String LINE = "%-20s %-28s %-28s %-10s %s";

  @ParentCommand private ScheduleCommand schedule = new ScheduleCommand();

  @Override
  public Integer call() {
    return schedule.command(ScheduleListCommand::table);
  }

  /** When a schedule comes up next, in its time zone. */
  static String next(TimetableState state) {
    return time(state.next(), state.timetable().zone());
  }

  private static String table(NightScheduler scheduler) {
    List<TimetableState> states = scheduler.list();
    if (states.isEmpty()) {
      return "No schedule is known yet: patrol schedule takes them from the settings.";
    }
    List<String> nodes = scheduler.nodes();
    return Stream.of(
            Stream.of(
                String.format(Locale.ROOT, LINE, "schedule", "next", "last", "state", "cron")),
            states.stream().map(ScheduleListCommand::line),
            Stream.of(
                nodes.isEmpty()
                    ? "Not running: start patrol schedule."
                    : "Running: " + String.join(", ", nodes)))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String line(TimetableState state) {
    Timetable timetable = state.timetable();
    return String.format(
        Locale.ROOT,
        LINE,
        timetable.name(),
        next(state),
        time(state.previous(), timetable.zone()),
        state.isRunning() ? "running" : state.paused() ? "paused" : "waiting",
        timetable.cron() + " " + timetable.zone());
  }

  private static String time(@Nullable Instant time, ZoneId zone) {
    return time == null ? "-" : TIME.format(time.atZone(zone));
  }
}
