/** Tests of the store on real databases. */
@NullMarked
package dev.patrol.history;

import org.jspecify.annotations.NullMarked;
