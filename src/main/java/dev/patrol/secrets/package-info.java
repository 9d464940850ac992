/** Finds the values of tokens where the inventory says they are kept. */
@NullMarked
package dev.patrol.secrets;

import org.jspecify.annotations.NullMarked;
