/**
 * An audit's result as files for people and programs: CSV, JSON, one HTML page and support texts,
 * streamed while the audit runs and published all at once or not at all.
 */
@NullMarked
package dev.patrol.report;

import org.jspecify.annotations.NullMarked;
