/** Says which rules nearly fired on a few facts, and what was in their way. */
@NullMarked
package dev.patrol.rules.explain;

import org.jspecify.annotations.NullMarked;
