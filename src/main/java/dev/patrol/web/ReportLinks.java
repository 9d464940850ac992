package dev.patrol.web;

import java.util.Collection;
import java.util.stream.Collectors;

/** The page that leads to the latest report of each schedule. */
final class ReportLinks {
  private ReportLinks() {}

  /**
   * The page.
   *
   * @param schedules names that need no escape in HTML or a URL
   */
  static String page(Collection<String> schedules) {
    String links =
        schedules.stream()
            .map(name -> "<li><a href=\"/reports/%s/latest/\">%s</a></li>\n".formatted(name, name))
            .collect(Collectors.joining());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Patrol</title></head>
        <body>
        <h1>Latest reports</h1>
        <ul>
        %s</ul>
        <p><a href="/healthz">Health</a>, <a href="/metrics">metrics</a></p>
        </body>
        </html>
        """
        .formatted(links);
  }
}
