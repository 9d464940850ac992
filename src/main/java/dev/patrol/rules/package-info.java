/**
 * Compiles rule files, runs them over dossiers and explains their errors; alone in using Drools.
 */
@NullMarked
package dev.patrol.rules;

import org.jspecify.annotations.NullMarked;
