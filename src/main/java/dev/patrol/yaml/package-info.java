/** Reads YAML into parts that know where they stand. */
@NullMarked
package dev.patrol.yaml;

import org.jspecify.annotations.NullMarked;
