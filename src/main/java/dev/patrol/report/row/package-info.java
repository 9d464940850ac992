/**
 * The rows of the pages' lists: finished values, already masked and cut, that are written as short
 * JSON arrays into pages and read back from the spool. Words of the model stand in them by their
 * ids, so that a page can show them in any language.
 */
@NullMarked
package dev.patrol.report.row;

import org.jspecify.annotations.NullMarked;
