package dev.patrol.config;

import dev.patrol.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * A further host that tokens may be sent to.
 *
 * @param host lower case, with its port where it has one, such as {@code coze.example:8888}
 * @param site whose tokens it takes; null when it takes those of any site
 * @param selfHosted whether it is an installation of the team's own
 */
public record Host(String host, @Nullable Site site, boolean selfHosted) {}
