package dev.patrol.audit;

import dev.patrol.config.Config;
import dev.patrol.config.Host;
import dev.patrol.config.ProbeLimits;
import dev.patrol.model.Site;
import dev.patrol.probe.ProbeSettings;
import dev.patrol.probe.Route;
import java.util.List;
import java.util.function.Predicate;

/** What the configuration says about probing, in the probe's own words. */
final class ProbeConfig {
  private ProbeConfig() {}

  static ProbeSettings of(Config config, boolean offline) {
    ProbeLimits limits = config.probe();
    ProbeSettings.Builder settings =
        ProbeSettings.builder()
            .offline(offline)
            .concurrency(limits.concurrency())
            .connectTimeout(limits.connectTimeout())
            .readTimeout(limits.readTimeout())
            .callTimeout(limits.callTimeout())
            .maxBody(Math.toIntExact(limits.maxBody()))
            .attempts(limits.attempts())
            .ratePerAccount(limits.ratePerAccount())
            .perTokenCap(limits.capPerToken())
            .perRunCap(limits.capPerRun())
            .hostFailures(limits.hostFailures())
            .routes(
                config.routes().entrySet().stream()
                    .map(route -> new Route(route.getKey(), route.getValue()))
                    .toList())
            .selfHosted(hosts(config, Host::selfHosted));
    for (Site site : Site.values()) {
      settings.hosts(
          site,
          hosts(
              config, host -> !host.selfHosted() && (host.site() == null || host.site() == site)));
    }
    return settings.build();
  }

  private static List<String> hosts(Config config, Predicate<Host> wanted) {
    return config.hosts().stream().filter(wanted).map(Host::host).toList();
  }
}
