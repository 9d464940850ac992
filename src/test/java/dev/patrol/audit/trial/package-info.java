/** A blind trial of the whole audit: random worlds with known faults, judged by the guide alone. */
@NullMarked
package dev.patrol.audit.trial;

import org.jspecify.annotations.NullMarked;
