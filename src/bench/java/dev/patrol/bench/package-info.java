/**
 * Benchmarks: each measures Patrol and a peer side by side in one run, and prints a table. {@code
 * mvn -q -Pbench verify -Dbench=NAME} runs one.
 */
@NullMarked
package dev.patrol.bench;

import org.jspecify.annotations.NullMarked;
