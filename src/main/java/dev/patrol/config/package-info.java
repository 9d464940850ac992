/** Typed settings from {@code patrol.yaml}; all that is wrong with them is reported at once. */
@NullMarked
package dev.patrol.config;

import org.jspecify.annotations.NullMarked;
