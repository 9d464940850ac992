package dev.patrol.cli;

import dev.patrol.schedule.NightScheduler;
import dev.patrol.schedule.Timetable;
import dev.patrol.schedule.TimetableState;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the schedules and when they come up. */
@Command(name = "list", description = "Shows the schedules, their next times, and what runs now.")
final class ScheduleListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  @ParentCommand private ScheduleCommand schedule = new ScheduleCommand();

  @Override
  public Integer call() {
    return schedule.command(ScheduleListCommand::print);
  }

  /** When a schedule comes up next, in its time zone. */
  static String next(TimetableState state) {
    return time(state.next(), state.timetable().zone());
  }

  private static void print(NightScheduler scheduler, PrintWriter out) {
    List<TimetableState> states = scheduler.list();
    if (states.isEmpty()) {
      out.println("No schedule is known yet: patrol schedule takes them from the settings.");
      return;
    }
    TextTable table = new TextTable(List.of("SCHEDULE", "NEXT", "LAST", "STATE", "CRON"));
    states.forEach(state -> add(table, state));
    table.print(out);
    List<String> nodes = scheduler.nodes();
    out.println(
        nodes.isEmpty()
            ? "Not running: start patrol schedule."
            : "Running: " + String.join(", ", nodes));
  }

  private static void add(TextTable table, TimetableState state) {
    Timetable timetable = state.timetable();
    table.row(
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
