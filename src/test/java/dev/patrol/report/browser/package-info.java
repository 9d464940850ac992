/** Whole reports in a real browser, as the people read them who get them. */
@NullMarked
package dev.patrol.report.browser;

import org.jspecify.annotations.NullMarked;
