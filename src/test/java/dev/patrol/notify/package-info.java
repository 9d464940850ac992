@NullMarked
package dev.patrol.notify;

import org.jspecify.annotations.NullMarked;
