/** Rule files as they are written: their text, their metadata, and what is wrong with them. */
@NullMarked
package dev.patrol.rules.source;

import org.jspecify.annotations.NullMarked;
