/**
 * The run under way: what its requests have brought back so far, so that it can go on after a kill,
 * a power cut or a full disk without sending anything twice.
 */
@NullMarked
package dev.patrol.journal;

import org.jspecify.annotations.NullMarked;
