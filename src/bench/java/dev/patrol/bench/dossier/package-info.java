/**
 * Makes dossiers with answers of any number, for benchmarks of what judges them: equal seeds give
 * equal dossiers.
 */
@NullMarked
package dev.patrol.bench.dossier;

import org.jspecify.annotations.NullMarked;
