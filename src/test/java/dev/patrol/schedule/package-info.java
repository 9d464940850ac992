@NullMarked
package dev.patrol.schedule;

import org.jspecify.annotations.NullMarked;
