/** Quartz behind a small {@code Task}: what runs when, on one node or several. */
@NullMarked
package dev.patrol.schedule;

import org.jspecify.annotations.NullMarked;
