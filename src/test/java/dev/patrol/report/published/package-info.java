/** Tests of published reports that are read again. */
@NullMarked
package dev.patrol.report.published;

import org.jspecify.annotations.NullMarked;
