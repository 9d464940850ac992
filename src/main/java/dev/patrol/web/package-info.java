/** The optional port on which a scheduler can be watched: health, metrics and the reports. */
@NullMarked
package dev.patrol.web;

import org.jspecify.annotations.NullMarked;
