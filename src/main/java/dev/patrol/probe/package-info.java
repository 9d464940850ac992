/** Plans which requests are sent with a token, sends them, and reads what comes back. */
@NullMarked
package dev.patrol.probe;

import org.jspecify.annotations.NullMarked;
