/**
 * The peer of the shipped rules: plain Java that makes exactly the same checks, to tell what the
 * rule engine costs. Whoever edits a rule edits its counterpart here; {@code ReferenceTest}
 * compares the two.
 */
@NullMarked
package dev.patrol.bench.reference;

import org.jspecify.annotations.NullMarked;
