package dev.patrol.report.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * What a page did.
 *
 * @param requests what it asked for, itself included
 * @param calls what arrived where the network would be
 * @param console all that was written to the console
 * @param events dialogs, errors and breaches of its policy
 */
record Seen(List<String> requests, List<String> calls, List<String> console, List<String> events) {
  /** Runs before each page's own scripts, and keeps what must not happen. */
  static final String HOOK =
      """
      window.__seen = [];
      for (const name of ["alert", "confirm", "prompt", "open"]) {
        window[name] = (...words) => { window.__seen.push(name + ": " + words.join(" ")); };
      }
      addEventListener("error", (e) => window.__seen.push("error: " + (e.message || e.target)), true);
      addEventListener("unhandledrejection", (e) => window.__seen.push("rejection: " + e.reason));
      addEventListener("securitypolicyviolation",
        (e) => window.__seen.push("policy: " + e.violatedDirective + " " + e.blockedURI));
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  Seen {
    requests = List.copyOf(requests);
    calls = List.copyOf(calls);
    console = List.copyOf(console);
    events = List.copyOf(events);
  }

  static Seen of(ChromeDriver driver, Outside outside) {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = json(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        requests.add(message.path("params").path("request").path("url").asText());
      }
    }
    List<String> console = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      console.add(entry.getLevel() + ": " + entry.getMessage());
    }
    List<String> events = new ArrayList<>();
    if (driver.executeScript("return window.__seen || [];") instanceof List<?> kept) {
      kept.forEach(event -> events.add(String.valueOf(event)));
    }
    return new Seen(requests, outside.asked(), console, events);
  }

  /** What was asked for besides files and what the page holds itself. */
  List<String> foreign() {
    return requests.stream()
        .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the driver's log is JSON", e);
    }
  }
}
