/** Published reports, read again: what a run found, streamed from its {@code audit.json}. */
@NullMarked
package dev.patrol.report.published;

import org.jspecify.annotations.NullMarked;
