/**
 * Messages from the moment they are planned until they are over, in the store: what is planned
 * together with what it tells is there all at once, and no message is lost or repeated by a crash.
 */
@NullMarked
package dev.patrol.notify.outbox;

import org.jspecify.annotations.NullMarked;
