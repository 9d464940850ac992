/**
 * A local stand-in for the Coze Open API, for trials and demos: a {@code World} says what is true,
 * a {@code Sandbox} answers accordingly.
 */
@NullMarked
package dev.patrol.sandbox;

import org.jspecify.annotations.NullMarked;
