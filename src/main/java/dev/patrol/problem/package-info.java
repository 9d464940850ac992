/** One {@code Problem}: what keeps the tool from running, where, and what was expected. */
@NullMarked
package dev.patrol.problem;

import org.jspecify.annotations.NullMarked;
