/** Tests of reading the inventory. */
@NullMarked
package dev.patrol.inventory;

import org.jspecify.annotations.NullMarked;
