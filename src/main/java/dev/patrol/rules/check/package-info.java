/**
 * Finds what is wrong with rules beyond their syntax: names and types that do not fit, and rules
 * that compile and cannot do what they are meant to.
 */
@NullMarked
package dev.patrol.rules.check;

import org.jspecify.annotations.NullMarked;
