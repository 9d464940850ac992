/** What reports look like, and that they come whole or not at all. */
@NullMarked
package dev.patrol.report;

import org.jspecify.annotations.NullMarked;
