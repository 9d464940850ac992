/** Tests of what is told, on real databases. */
@NullMarked
package dev.patrol.notify.outbox;

import org.jspecify.annotations.NullMarked;
