package dev.patrol.config;

import dev.patrol.model.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads where tokens may be sent: {@code hosts} and {@code routes}. */
final class HostSettings {
  private HostSettings() {}

  static List<Host> hosts(Setting setting) {
    List<Host> hosts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Setting item : setting.items()) {
      try (Section in = item.section()) {
        Setting name = in.at("host");
        Optional<String> host = name.as(Origin.host());
        Optional<Site> site = in.at("site").as(site());
        boolean selfHosted = in.at("self-hosted").as(Kind.flag(), false);
        if (name.node() == null) {
          item.missing("host");
        } else if (host.filter(HostSettings::isBuiltIn).isPresent()) {
          name.wrong("is always allowed for tokens of its own site, leave it out");
        } else if (host.isPresent() && !seen.add(host.get())) {
          name.wrong("expected each host once");
        } else if (host.isPresent()) {
          hosts.add(new Host(host.get(), site.orElse(null), selfHosted));
        }
      }
    }
    return hosts;
  }

  static Map<String, URI> routes(Setting setting) {
    Map<String, URI> routes = new HashMap<>();
    try (Section in = setting.section()) {
      in.all()
          .forEach(
              (name, value) -> {
                Optional<URI> origin = value.as(Origin.origin());
                try {
                  String host = Origin.host().read(name);
                  origin.ifPresent(uri -> routes.put(host, uri));
                } catch (UnexpectedValue e) {
                  in.wrongName(name, e.getMessage() + ", got " + Reading.quoted(name));
                }
              });
    }
    return routes;
  }

  private static Kind<Site> site() {
    return Kind.oneOf(Kind.inOrder(Stream.of(Site.values()), Site::id));
  }

  private static boolean isBuiltIn(String host) {
    return Stream.of(Site.values()).anyMatch(site -> host.equals(site.apiHost()));
  }
}
