/** Tests of what is told, on real databases. */
@NullMarked
package dev.patrol.notify.news;

import org.jspecify.annotations.NullMarked;
