@NullMarked
package dev.patrol.report.row;

import org.jspecify.annotations.NullMarked;
